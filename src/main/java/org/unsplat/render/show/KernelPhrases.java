package org.unsplat.render.show;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unsplat.model.Report;

/** The kernel's own lines about what is wrong, for a lockdep report without an explanation. */
public final class KernelPhrases {

    /**
     * The line of a task in {@code sched_show_task} of old kernels, without {@code task:}:
     * {@code syz-executor.2  D28616 10916   9778 0x20020004}.
     */
    private static final String STATE = "\\S.{0,14} +[A-Z][ \\da-f]+ 0x[\\da-f]{8}";
    /** Lines that every report of the kind has, or whose content is elsewhere on the screen. */
    private static final Pattern SAYS_NOTHING =
            Pattern.compile("$|(?:Not tainted|Tainted:) |\"echo 0 > |task:|turning off the |"
                    + "Please attach |Kernel panic |" + STATE);

    private KernelPhrases() {}

    /** Lines as printed; empty if the report has an explanation. */
    public static List<String> of(Report report) {
        var facts = report.lockdep();
        var lines = new ArrayList<String>();
        if (facts == null) {
            return lines;
        }
        if (report.explanation() == null) {
            var message = facts.warning() == null || facts.warning().message() == null
                    ? ""
                    : facts.warning().message();
            var hung = facts.blocked().isEmpty()
                    ? List.<String>of()
                    : facts.blocked().get(0).notes();
            Stream.of(facts.before(), List.of(message), facts.notes(), hung)
                    .flatMap(List::stream)
                    .filter(line -> !SAYS_NOTHING.matcher(line).lookingAt())
                    .forEach(lines::add);
        }
        if (facts.limit() != null && facts.limit().depth() != null) {
            lines.add("depth: " + facts.limit().depth() + ", max: "
                    + facts.limit().max());
        }
        if (facts.comparison() != null) {
            lines.add("The lock comparison function returns " + facts.comparison() + ".");
        }
        return lines;
    }
}
