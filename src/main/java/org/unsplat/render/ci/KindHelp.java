package org.unsplat.render.ci;

import java.util.Locale;
import java.util.regex.Pattern;
import org.unsplat.model.Kind;

/**
 * Explains a kind of report, and what to do about it, to readers of a CI who rarely see such reports.
 *
 * @param page in the kernel's documentation
 */
public record KindHelp(String meaning, String remedy, String page) {

    /** The page about the tools that print the reports. */
    static final String KERNEL_TOOLS = "https://docs.kernel.org/dev-tools/index.html";

    private static final String KCSAN = "https://docs.kernel.org/dev-tools/kcsan.html";
    private static final String LOCKDEP = "https://docs.kernel.org/locking/lockdep-design.html";
    private static final String RCU = "https://docs.kernel.org/RCU/lockdep-splat.html";
    private static final Pattern WORD = Pattern.compile("(?:^|-)([a-z])");

    /** The help for a kind; general help for a kind of a later version. */
    public static KindHelp of(String slug) {
        var kind = Kind.of(slug);
        var page = kind == Kind.SUSPICIOUS_RCU ? RCU : kind.family().equals("kcsan") ? KCSAN : LOCKDEP;
        return new KindHelp(kind.meaning(), kind.remedy(), page);
    }

    /** The kind as the name of a rule: {@code KcsanDataRace}. */
    static String name(String kind) {
        return WORD.matcher(kind).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }

    /** The heading of the alerts of a kind: {@code KCSAN: data race}, {@code lockdep: suspicious RCU}. */
    public static String title(String kind) {
        var dash = kind.indexOf('-');
        var family = kind.substring(0, Math.max(dash, 0));
        var words = kind.substring(dash + 1).replace('-', ' ').replaceFirst("\\brcu\\b", "RCU");
        return family.isEmpty() ? words : (family.equals("kcsan") ? "KCSAN" : family) + ": " + words;
    }
}
