package org.unsplat.check;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import org.unsplat.demux.Span;
import org.unsplat.grammar.SystemLines;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/**
 * The ident line and the CPU line must name one kernel, because both print release and build of {@code init_utsname()}. Each
 * reads the taint itself ({@code print_tainted}), and another CPU may add a flag in between, but flags are never removed.
 */
final class KernelRule implements Rule {

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        var identLine = span.find(SystemLines.IDENT);
        var cpuLine = span.find(SystemLines.CPU_LINE);
        if (identLine == null || cpuLine == null) {
            return;
        }
        var ident = identLine.read(SystemLines.IDENT);
        var cpu = cpuLine.read(SystemLines.CPU_LINE);
        var isWhole = !SystemLines.CPU_LINE.isDoubtful(cpuLine.text(), cpu);
        var other = Rule.differ(ident.group("build"), cpu.group("build"))
                ? "build"
                : isWhole && Rule.differ(ident.group("kernel"), cpu.group("kernel"))
                        ? "release"
                        : isWhole && lacksFlag(ident, cpu) ? "taint" : null;
        if (other != null) {
            problems.accept(new Problem(
                    Problem.Code.INCONSISTENT,
                    cpuLine.line().number(),
                    "expected the " + other + " of the identification line in the CPU line, found another one"));
        }
    }

    private static boolean lacksFlag(Matcher before, Matcher after) {
        return before.group("taint") != null
                && after.group("taint") != null
                && !SystemLines.flags(after).containsAll(SystemLines.flags(before));
    }
}
