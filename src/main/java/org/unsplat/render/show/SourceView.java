package org.unsplat.render.show;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.unsplat.grammar.stack.FrameRole;
import org.unsplat.grammar.stack.StackPath;
import org.unsplat.model.Backtrace;
import org.unsplat.model.Lock;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;
import org.unsplat.render.FrameText;
import org.unsplat.render.SafeText;
import org.unsplat.render.Style;
import org.unsplat.render.StyledText;

/** Shows the source lines that a report is about: those of the accesses of a race, or where locks were taken. */
final class SourceView {

    private static final int TAB = 8;
    private static final int LONGEST = 500;

    private final Report report;
    private final SourceText source;
    private final ScreenBuffer page;

    SourceView(Report report, SourceText source, ScreenBuffer page) {
        this.report = report;
        this.source = source;
        this.page = page;
    }

    void write() {
        boolean first = true;
        for (var place : places()) {
            var lines = source.around(place.file(), place.line());
            if (lines.isEmpty()) {
                continue;
            }
            if (first) {
                page.heading("Source");
                first = false;
            }
            page.line(
                    ScreenBuffer.MARGIN,
                    StyledText.of(Style.CYAN, FrameText.place(place)).add("  " + FrameText.name(place)));
            int digits = ("" + lines.get(lines.size() - 1).number()).length();
            lines.forEach(line -> page.line(ScreenBuffer.MARGIN, text(line, line.number() == place.line(), digits)));
        }
    }

    private StyledText text(SourceText.Line line, boolean meant, int digits) {
        var number = " ".repeat(digits - ("" + line.number()).length()) + line.number();
        return new StyledText()
                .add(meant ? Style.RED : Style.PLAIN, meant ? ">> " : "   ")
                .add(Style.DIM, number + "  ")
                .add(meant ? Style.BOLD : Style.PLAIN, SafeText.visible(expanded(line.text())))
                .cut(page.width() - ScreenBuffer.MARGIN);
    }

    private static String expanded(String text) {
        var wide = new StringBuilder();
        for (int at = 0; at < text.length() && wide.length() < LONGEST; at++) {
            if (text.charAt(at) == '\t') {
                wide.append(" ".repeat(TAB - wide.length() % TAB));
            } else {
                wide.append(text.charAt(at));
            }
        }
        return wide.toString().stripTrailing();
    }

    /** The places, each once. */
    private List<StackFrame> places() {
        var frames = new ArrayList<StackFrame>();
        if (report.race() != null) {
            report.race().accesses().forEach(access -> frames.add(FrameRole.ofAccess(access.stack())));
        } else {
            var backtrace = Backtrace.frames(report.backtrace());
            frames.add(taken(report.lockdep().acquiring(), backtrace));
            report.lockdep().holding().forEach(lock -> frames.add(taken(lock, List.of())));
            report.lockdep().order().forEach(edge -> frames.add(edge.at()));
            if (frames.stream().noneMatch(SourceView::isKnown)) {
                StackPath.of(backtrace).stream().limit(1).forEach(frames::add);
            }
        }
        var seen = new LinkedHashSet<String>();
        return frames.stream()
                .filter(frame -> isKnown(frame) && seen.add(FrameText.place(frame)))
                .toList();
    }

    private static StackFrame taken(Lock lock, List<StackFrame> stack) {
        return lock == null || lock.at() == null ? null : StackPath.taker(StackPath.place(lock), stack);
    }

    private static boolean isKnown(StackFrame frame) {
        return frame != null && frame.file() != null && frame.line() != null && frame.line() > 0;
    }
}
