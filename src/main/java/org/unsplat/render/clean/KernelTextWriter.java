package org.unsplat.render.clean;

import java.util.List;
import org.unsplat.grammar.ReportKind;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.model.Report;

/** The canonical kernel text of a report: what a console would show, without prefixes, written from the model alone. */
public final class KernelTextWriter {

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
        return text.lines();
    }
}
