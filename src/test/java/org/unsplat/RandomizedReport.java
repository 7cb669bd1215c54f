package org.unsplat;

import java.util.List;
import org.unsplat.grammar.ContendedLocks;
import org.unsplat.model.Report;
import org.unsplat.model.Task;

/**
 * The same report with other names, numbers and parts throughout, so that what is said twice of one thing is the same
 * twice.
 */
final class RandomizedReport {

    private RandomizedReport() {}

    static Report of(Report report, long seed) {
        var other = StripOptional.of(RenumberLines.of(RenameFrames.of(report, seed), seed), seed);
        return RecordMapper.of(other, (owner, name, value, rest) -> switch (name) {
            // A hung task is told of by a note alone
            case "system" -> report.headline().startsWith("INFO: task ") ? report.system() : value;
            // What is drawn from other parts follows them
            case "contended" -> ContendedLocks.of(other.lockdep().held());
            case "backtrace" -> isHung(other) ? other.lockdep().blocked().get(0).stack() : rest.below(value);
            case "headline", "notes" -> value instanceof String text ? retold(text, report, other) : rest.below(value);
            // Derived from the words of the headline and of the message
            case "assertion" -> report.lockdep().assertion();
            default -> rest.below(value);
        });
    }

    private static boolean isHung(Report report) {
        return report.lockdep() != null && !report.lockdep().blocked().isEmpty();
    }

    /** What is drawn from words that the kernel prints in passing. */
    private static String retold(String text, Report old, Report other) {
        var retold = text;
        if (old.system() != null && old.system().comm() != null) {
            var is = other.system();
            retold = retold.replace(
                            "pid: " + old.system().pid() + ", name: "
                                    + old.system().comm(),
                            "pid: " + is.pid() + ", name: " + is.comm())
                    .replace(old.system().comm() + "/" + old.system().pid() + ":", is.comm() + "/" + is.pid() + ":");
        }
        if (old.race() != null) {
            return named(retold, old.race().functions(), other.race().functions());
        }
        return old.lockdep() == null || old.lockdep().task() == null
                ? retold
                : retold.replace(
                        words(old.lockdep().task()), words(other.lockdep().task()));
    }

    /** The text with other functions, which it names in this order. */
    private static String named(String text, List<String> functions, List<String> others) {
        var named = new StringBuilder();
        var from = 0;
        for (var i = 0; i < functions.size(); i++) {
            var at = text.indexOf(functions.get(i), from);
            if (at >= 0) {
                named.append(text, from, at).append(others.get(i));
                from = at + functions.get(i).length();
            }
        }
        return named.append(text, from, text.length()).toString();
    }

    private static String words(Task task) {
        return task.comm() + "/" + task.pid();
    }
}
