package org.unsplat.input.console;

import org.unsplat.input.bytes.Regex;

/**
 * Line ends and tabs that are spelled out: {@code #012} and {@code #011} by rsyslog, {@code \x0a} and {@code \x09} in
 * /dev/kmsg. The headers of such lines are often removed before they are posted.
 *
 * <pre>{@code
 * #012but task is already holding lock:
 * \x0a-> #1 (fs_reclaim){+.+.}-{0:0}:
 * }</pre>
 *
 * <p>If a line begins with one, or has one next to words of a report, all in the line are replaced.
 */
public final class EscapedLineEnds {

    private static final String END = "(?:#012|\\\\x0a)";

    /** Texts that the kernel prints before or after a line end within one record. */
    private static final Regex BESIDE_WORDS = new Regex("^[ \\t]*(?:#01[12]|\\\\x0[9a])|" + END
            + "(?:[ \\t]|" + END
            + "){0,8}+(?:$|-> #\\d|->? ?\\(|\\*\\*\\* |=====|-----|but |which |the |other info|stack backtrace"
            + "|and |to a |Possible |May be |Chain exists|Call [Tt]race|CPU|Hardware name|[0-9a-f]{8,16} \\("
            + "|#\\d+: |\\d+ locks? |value changed|Reported by|irq event|(?:hard|soft)irqs |rcu_scheduler|lock\\(|\\.\\.\\.)"
            + "|(?:[:.})\\]]|=====|-----)" + END);

    private static final Regex ESCAPE = new Regex("#01[125]|\\\\x0[9ad]");

    private EscapedLineEnds() {}

    /** Whether the text has spelled-out line ends, and not only something similar. */
    static boolean areIn(String text) {
        return mayBeIn(text) && BESIDE_WORDS.matcher(text).find();
    }

    /** Whether the text has anything that looks like one. */
    public static boolean mayBeIn(String text) {
        return text.contains("#01") || text.indexOf('\\') >= 0 && text.contains("\\x0");
    }

    /** The text with all of them replaced. */
    static String replaced(String text) {
        return ESCAPE.matcher(text).replaceAll(escape -> switch (escape.group()) {
            case "#012", "\\x0a" -> "\n";
            case "#011", "\\x09" -> "\t";
            default -> "";
        });
    }
}
