package org.unsplat.render.html;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.grammar.ReportKind;
import org.unsplat.model.Report;
import org.unsplat.render.clean.KernelTextWriter;
import org.unsplat.render.clean.TrimmedText;

/** The texts of a report: for a commit message, as the kernel prints it, and as it was in the input. */
final class TextBlocks {

    private final KernelTextWriter canonical;
    private final TrimmedText trimmed;

    TextBlocks(List<ReportKind> kinds) {
        this.canonical = new KernelTextWriter(kinds);
        this.trimmed = new TrimmedText(kinds);
    }

    List<TextBlock> of(Report report, DetailLevel detail) {
        var blocks = new ArrayList<TextBlock>();
        if (detail.hasTrimmed()) {
            add("Trimmed text, for a commit message", trimmed.lines(report), false, blocks);
        }
        if (detail.hasCanonical()) {
            var lines = canonical.lines(report);
            var same = lines.equals(report.text());
            add(same ? "Kernel text, as it came" : "Kernel text, without prefixes", lines, tellsMost(report), blocks);
            if (detail.hasRaw() && !same) {
                add("Text as it came", report.text(), false, blocks);
            }
        }
        return blocks;
    }

    /** Whether the text says more than the rest of the page. */
    private static boolean tellsMost(Report report) {
        return report.explanation() == null && !report.unparsed().isEmpty();
    }

    private static void add(String title, List<String> lines, boolean isOpen, List<TextBlock> blocks) {
        if (!lines.isEmpty()) {
            blocks.add(new TextBlock(title, String.join("\n", lines) + "\n", isOpen));
        }
    }
}
