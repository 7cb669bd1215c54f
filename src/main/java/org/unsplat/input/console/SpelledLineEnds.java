package org.unsplat.input.console;

import java.util.regex.Pattern;

/**
 * Line ends and tabs that are spelled out: rsyslog writes {@code #012} and {@code #011}, /dev/kmsg {@code \x0a} and
 * {@code \x09}. The heads of such lines are often cut off before they are posted.
 *
 * <pre>{@code
 * #012but task is already holding lock:
 * \x0a-> #1 (fs_reclaim){+.+.}-{0:0}:
 * }</pre>
 *
 * <p>A line with one in front, or beside the words of a report, has them all replaced.
 */
public final class SpelledLineEnds {

    private static final String END = "(?:#012|\\\\x0a)";

    /** What the kernel prints behind a line end within one record, or in front of it. */
    private static final Pattern BESIDE_WORDS = Pattern.compile("^[ \\t]*(?:#01[12]|\\\\x0[9a])|" + END
            + "(?:[ \\t]|" + END
            + "){0,8}+(?:$|-> #\\d|->? ?\\(|\\*\\*\\* |=====|-----|but |which |the |other info|stack backtrace"
            + "|and |to a |Possible |May be |Chain exists|Call [Tt]race|CPU|Hardware name|[0-9a-f]{8,16} \\("
            + "|#\\d+: |\\d+ locks? |value changed|Reported by|irq event|(?:hard|soft)irqs |rcu_scheduler|lock\\(|\\.\\.\\.)"
            + "|(?:[:.})\\]]|=====|-----)" + END);

    private static final Pattern ESCAPE = Pattern.compile("#01[125]|\\\\x0[9ad]");

    private SpelledLineEnds() {}

    /** Whether there are some in this text, and not only what looks like it. */
    static boolean areIn(String text) {
        return mayBeIn(text) && BESIDE_WORDS.matcher(text).find();
    }

    /** Whether something in this text looks like one. */
    public static boolean mayBeIn(String text) {
        return text.contains("#01") || text.indexOf('\\') >= 0 && text.contains("\\x0");
    }

    /** The text with all that is spelled out replaced. */
    static String replaced(String text) {
        return ESCAPE.matcher(text).replaceAll(escape -> switch (escape.group()) {
            case "#012", "\\x0a" -> "\n";
            case "#011", "\\x09" -> "\t";
            default -> "";
        });
    }
}
