package org.unsplat.render.clean;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.grammar.ReportKind;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/** Writes the canonical kernel text of a report from the model alone: what a console would show, without prefixes. */
public final class KernelTextWriter {

    /** A mark for missing lines. */
    private static final String SIGN = "[...]";

    private final List<ReportKind> kinds;

    public KernelTextWriter(List<ReportKind> kinds) {
        this.kinds = kinds;
    }

    /** The lines of the report, and above them the banner of the boot if only that shows PREEMPT_RT. */
    public List<String> lines(Report report) {
        var text = new KernelText();
        if (report.system() != null && report.system().linuxBanner() != null) {
            text.line(report.system().linuxBanner());
        }
        for (var kind : kinds) {
            if (kind.isOf(report)) {
                kind.write(report, text);
                break;
            }
        }
        return isShortened(report) ? withSign(text.lines()) : text.lines();
    }

    private static boolean isShortened(Report report) {
        return report.problems().stream().anyMatch(problem -> problem.code() == Problem.Code.LINES_LOST);
    }

    /** Adds a mark before the last line, so that the text does not pass for complete; where lines were lost is unknown. */
    private static List<String> withSign(List<String> lines) {
        var signed = new ArrayList<>(lines);
        if (!signed.isEmpty()) {
            signed.addAll(signed.size() - 1, List.of("", SIGN));
        }
        return signed;
    }
}
