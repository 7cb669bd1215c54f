package org.unsplat.check;

import java.util.ArrayList;
import java.util.function.Consumer;
import org.unsplat.classify.LineType;
import org.unsplat.classify.TypedLine;
import org.unsplat.demux.Span;
import org.unsplat.grammar.SystemLines;
import org.unsplat.grammar.text.KernelFormat;
import org.unsplat.model.Kind;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;
import org.unsplat.model.Task;

/** The ident line and the CPU line must be there, and must name one kernel and a task of the report. */
final class IdentificationRule implements Rule {

    /** Older kernels do not print it on every architecture. */
    private static final int FIRST_WITH_CPU_LINE = 3010;

    /** Older kernels do not print it in RCU reports. */
    private static final int FIRST_WITH_IDENT_LINE = 3003;

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        var ident = find(span, SystemLines.IDENT);
        if (hasHeadline(report)
                && span.kind().printsRuler()
                && report.race() == null
                && KernelFormat.of(report).version() >= FIRST_WITH_IDENT_LINE
                && ident == null
                && find(span, SystemLines.RELEASE) == null) {
            problems.accept(missing(span, "the kernel's identification line below the headline"));
        }
        var cpuLine = find(span, SystemLines.CPU_LINE);
        if (cpuLine == null) {
            if (mustHaveCpuLine(report)) {
                problems.accept(missing(span, "the CPU line"));
            }
            return;
        }
        checkCpuLine(cpuLine, problems);
        var second = secondCpuLine(span);
        if (second != null) {
            problems.accept(inconsistent(second, "expected one CPU line, found a second one, of another dump"));
        }
        if (contradicts(report)) {
            problems.accept(inconsistent(
                    cpuLine,
                    "expected the CPU line of a task that the report names, found that of "
                            + report.system().comm() + "/" + report.system().pid()));
        }
    }

    private static boolean hasHeadline(Report report) {
        for (var problem : report.problems()) {
            if (problem.code() == Problem.Code.MISSING_HEAD) {
                return false;
            }
        }
        return true;
    }

    private static void checkCpuLine(TypedLine cpuLine, Consumer<Problem> problems) {
        if (!cpuLine.isWhole()) {
            problems.accept(new Problem(
                    Problem.Code.MISSING_PART,
                    cpuLine.line().number(),
                    "expected a whole CPU line, found one without its end"));
        }
    }

    private static Problem inconsistent(TypedLine line, String message) {
        return new Problem(Problem.Code.INCONSISTENT, line.line().number(), message);
    }

    /** A second CPU line that only its text distinguishes from the report's own; null if there is none. */
    private static TypedLine secondCpuLine(Span span) {
        for (var line : span.unexpected()) {
            if (line.is(SystemLines.CPU_LINE)) {
                return line;
            }
        }
        for (var doubt : span.doubtful()) {
            if (doubt.line().is(SystemLines.CPU_LINE)) {
                return doubt.line();
            }
        }
        return null;
    }

    private static Problem missing(Span span, String what) {
        return new Problem(
                Problem.Code.MISSING_PART, span.last(), "expected " + what + ", found the end of the report");
    }

    private static TypedLine find(Span span, LineType<?> type) {
        return span.find(type);
    }

    /** Whether a CPU line must be there: it begins every stack dump and the dump at the end of a race. */
    private static boolean mustHaveCpuLine(Report report) {
        if (report.race() != null) {
            return true;
        }
        return report.backtrace() != null
                && KernelFormat.of(report).version() >= FIRST_WITH_CPU_LINE
                && (Kind.of(report.kind()) != Kind.HELD_LOCKS
                        || report.headline().startsWith("BUG: ")
                        || report.lockdep().warning() != null);
    }

    private static boolean contradicts(Report report) {
        var pid = report.system() == null ? null : report.system().pid();
        if (pid == null) {
            return false;
        }
        if (report.race() != null) {
            return false;
        }
        var tasks = new ArrayList<Task>();
        report.lockdep().held().forEach(list -> tasks.add(list.task()));
        var task = report.lockdep().task();
        tasks.add(task);
        return task != null && task.pid() != null && !task.pid().equals(pid)
                || tasks.stream()
                        .anyMatch(each -> each != null
                                && pid.equals(each.pid())
                                && !each.comm().strip().equals(report.system().comm()));
    }
}
