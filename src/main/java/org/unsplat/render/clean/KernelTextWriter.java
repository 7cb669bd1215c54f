package org.unsplat.render.clean;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.grammar.ReportKind;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/** The canonical kernel text of a report: what a console would show, without prefixes, written from the model alone. */
public final class KernelTextWriter {

    /** Says that lines are missing. */
    private static final String SIGN = "[...]";

    private final List<ReportKind> kinds;

    public KernelTextWriter(List<ReportKind> kinds) {
        this.kinds = kinds;
    }

    /** The report's lines; above them what the kernel said of itself, where nothing else keeps it. */
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

    /** With a sign before the last line, so that the text is not taken for a whole one; where lines were lost is not known. */
    private static List<String> withSign(List<String> lines) {
        var signed = new ArrayList<>(lines);
        if (!signed.isEmpty()) {
            signed.addAll(signed.size() - 1, List.of("", SIGN));
        }
        return signed;
    }
}
