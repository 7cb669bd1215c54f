package org.unsplat.check;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.unsplat.demux.Span;
import org.unsplat.grammar.SystemLines;
import org.unsplat.model.Problem;
import org.unsplat.model.Race;
import org.unsplat.model.Report;
import org.unsplat.model.SystemInfo;

/**
 * The two accesses of a race must be by different tasks and must overlap. The CPU line and the value belong to the second
 * one: {@code print_report} prints first the access that ran into the watchpoint, and then {@code current}, which set it.
 */
final class AccessRule implements Rule {

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        var race = report.race();
        if (race == null || race.accesses().isEmpty()) {
            return;
        }
        var accesses = race.accesses();
        var last = accesses.get(accesses.size() - 1);
        if (isWhole(race) && report.system() != null && contradicts(last, report.system())) {
            problems.accept(inconsistent(
                    span.lineOf(SystemLines.CPU_LINE),
                    "expected the CPU line of the last access, found that of "
                            + report.system().comm() + "/" + report.system().pid() + " on cpu "
                            + report.system().cpu()));
        }
        for (var access : accesses) {
            if (holdsLocksOfOther(access)) {
                problems.accept(inconsistent(lineOf(span), "expected the locks of the access's task, found others"));
            }
        }
        if (accesses.size() == 2) {
            checkPair(accesses, span, problems);
        }
        checkValue(race.valueChanged(), last, span, problems);
    }

    private static boolean holdsLocksOfOther(Race.Access access) {
        for (var list : access.held()) {
            if (Rule.differ(access.pid(), list.task().pid())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWhole(Race race) {
        return race.accesses().size() == (race.unknownOrigin() ? 1 : 2);
    }

    private static boolean contradicts(Race.Access access, SystemInfo system) {
        return Rule.differ(access.pid(), system.pid()) || Rule.differ(access.cpu(), system.cpu());
    }

    private static void checkPair(List<Race.Access> accesses, Span span, Consumer<Problem> problems) {
        var line = lineOf(span);
        if (accesses.get(0).isOfTask(accesses.get(1).pid(), accesses.get(1).cpu())) {
            problems.accept(inconsistent(line, "expected the accesses of two tasks, found one task"));
        }
        if (!overlap(accesses.get(0), accesses.get(1))) {
            problems.accept(inconsistent(line, "expected two accesses that overlap, found two ranges apart"));
        }
    }

    private static boolean overlap(Race.Access one, Race.Access other) {
        if (isUnknown(one) || isUnknown(other)) {
            return true;
        }
        return first(one).compareTo(end(other)) < 0 && first(other).compareTo(end(one)) < 0;
    }

    private static boolean isUnknown(Race.Access access) {
        return access.address() == null || access.size() == null || access.size() == 0;
    }

    private static BigInteger first(Race.Access access) {
        return new BigInteger(access.address().substring(2), 16);
    }

    private static BigInteger end(Race.Access access) {
        return first(access).add(BigInteger.valueOf(access.size()));
    }

    /** Both values must have two digits for each byte, and differ, because an access that changed nothing is not reported. */
    private static void checkValue(Race.ValueChange value, Race.Access last, Span span, Consumer<Problem> problems) {
        if (value == null || last.size() == null) {
            return;
        }
        var digits = 2 + 2 * last.size();
        if (value.old().length() != digits || value.now().length() != digits) {
            problems.accept(inconsistent(
                    span.last(), "expected values of " + last.size() + " bytes, as the last access has, found others"));
        } else if (Objects.equals(value.old(), value.now())) {
            problems.accept(inconsistent(span.last(), "expected a value that changed, found the same one twice"));
        }
    }

    /** The number of the last line about who made an access. */
    private static int lineOf(Span span) {
        var last = span.last();
        for (var line : span.own()) {
            if (line.text().endsWith(":") && line.text().contains(" on cpu ")) {
                last = line.line().number();
            }
        }
        return last;
    }

    private static Problem inconsistent(int line, String message) {
        return new Problem(Problem.Code.INCONSISTENT, line, message);
    }
}
