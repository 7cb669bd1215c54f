package org.unsplat.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unsplat.model.Report;

/** What is wrong in the kernel's own words, for a lockdep report that no sentence of ours explains. */
final class KernelWords {

    /** What every report of its kind says, or what stands elsewhere on the screen. */
    private static final Pattern SAYS_NOTHING = Pattern.compile("$|(?:Not tainted|Tainted:) |\"echo 0 > |task:|turning off the |"
            + "Please attach |Kernel panic ");

    private KernelWords() {
    }

    static List<String> of(Report report) {
        var facts = report.lockdep();
        var lines = new ArrayList<String>();
        if (facts == null) {
            return lines;
        }
        if (report.explanation() == null) {
            var message = facts.warning() == null || facts.warning().message() == null ? "" : facts.warning().message();
            Stream.of(facts.before(), List.of(message), facts.notes()).flatMap(List::stream)
                    .filter(line -> !SAYS_NOTHING.matcher(line).lookingAt()).forEach(lines::add);
        }
        if (facts.comparison() != null) {
            lines.add("The lock comparison function returns " + facts.comparison() + ".");
        }
        return lines;
    }
}
