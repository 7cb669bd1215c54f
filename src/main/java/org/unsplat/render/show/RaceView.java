package org.unsplat.render.show;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.grammar.stack.FrameRole;
import org.unsplat.grammar.stack.StackPath;
import org.unsplat.model.Race;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;
import org.unsplat.render.FrameText;
import org.unsplat.render.Style;
import org.unsplat.render.StyledText;

/** Shows the facts of a race: its accesses side by side, or one below the other on a narrow screen, and the value. */
final class RaceView {

    private static final int SIDE_BY_SIDE = 100;
    private static final String GAP = " | ";
    private final Report report;
    private final ScreenBuffer screen;
    private final boolean verbose;

    RaceView(Report report, ScreenBuffer screen, boolean verbose) {
        this.report = report;
        this.screen = screen;
        this.verbose = verbose;
    }

    void write() {
        var accesses = report.race().accesses();
        var common = verbose ? 0 : FoldedStack.common(accesses);
        var beside = accesses.size() == 2 && screen.width() >= SIDE_BY_SIDE;
        var width = beside
                ? (screen.width() - ScreenBuffer.MARGIN - GAP.length()) / 2
                : screen.width() - ScreenBuffer.MARGIN;
        if (beside) {
            screen.blank();
            beside(head(accesses.get(0), width), head(accesses.get(1), width), width);
            beside(stack(accesses.get(0), common, width), stack(accesses.get(1), common, width), width);
        } else {
            accesses.forEach(access -> {
                screen.blank();
                screen.lines(ScreenBuffer.MARGIN, head(access, width));
                screen.lines(ScreenBuffer.MARGIN, stack(access, common, width));
            });
        }
        if (common > 0) {
            common(accesses.get(0).stack(), common);
        }
        if (report.race().unknownOrigin() && report.explanation() == null) {
            screen.heading("The other side is not known: the value changed while this access was watched.");
        }
        if (report.race().valueChanged() != null) {
            new ValueView(report.race().valueChanged(), screen).write();
        }
    }

    private void beside(List<StyledText> left, List<StyledText> right, int width) {
        for (var i = 0; i < Math.max(left.size(), right.size()); i++) {
            var row = new StyledText()
                    .add(i < left.size() ? left.get(i) : new StyledText())
                    .pad(width)
                    .add(Style.DIM, GAP);
            screen.line(ScreenBuffer.MARGIN, row.add(i < right.size() ? right.get(i) : new StyledText()));
        }
    }

    private List<StyledText> head(Race.Access access, int width) {
        var lines = new ArrayList<StyledText>();
        lines.addAll(what(access).wrap(width));
        lines.addAll(StyledText.of(AccessPhrases.who(access, report.system())).wrap(width));
        access.held()
                .forEach(list ->
                        lines.addAll(StyledText.of(AccessPhrases.holds(list)).wrap(width)));
        if (access.reorderedTo() != null) {
            lines.addAll(new StyledText()
                    .add("reordered to ")
                    .add(FrameText.withPlace(access.reorderedTo()))
                    .wrap(width));
        }
        return lines;
    }

    private static StyledText what(Race.Access access) {
        return new StyledText()
                .add(access.marked() ? Style.PLAIN : Style.RED, AccessPhrases.how(access))
                .add(Style.BOLD, AccessPhrases.type(access))
                .add(AccessPhrases.details(access));
    }

    /** A stack: frames of tools are dimmed, the frame of the access is bold, the entry path is folded. */
    private List<StyledText> stack(Race.Access access, int common, int width) {
        var frames = access.stack().subList(0, access.stack().size() - common);
        var lines = new ArrayList<StyledText>();
        var last = verbose ? frames.size() : FoldedStack.lastTelling(frames);
        var first = FrameRole.ofAccess(frames);
        for (var i = 0; i < last; i++) {
            var frame = frames.get(i);
            var dim = !frame.reliable() || !FrameRole.of(frame).isCode();
            var style = frame == first ? Style.BOLD : dim ? Style.DIM : Style.PLAIN;
            lines.add(new StyledText()
                    .add(style, frame == first ? "> " : "  ")
                    .add(FrameText.line(frame, style, width - 2)));
        }
        if (last < frames.size()) {
            lines.add(folded(frames.subList(last, frames.size()), width));
        }
        return lines;
    }

    private static StyledText folded(List<StackFrame> frames, int width) {
        return StyledText.of(
                        Style.DIM,
                        "  ... " + frames.size() + " more, to " + FrameText.name(frames.get(frames.size() - 1)))
                .cut(width);
    }

    private void common(List<StackFrame> stack, int common) {
        var callers = stack.subList(stack.size() - common, stack.size());
        screen.blank();
        screen.line(ScreenBuffer.MARGIN, StyledText.of(Style.DIM, "common callers, " + common + " frames:"));
        var names = new StringBuilder();
        callers.stream()
                .filter(StackPath::tells)
                .limit(ScreenWriter.FRAMES)
                .forEach(
                        frame -> names.append(names.length() == 0 ? "" : " <- ").append(FrameText.name(frame)));
        screen.wrapped(ScreenBuffer.MARGIN + 2, StyledText.of(Style.DIM, names.toString()));
    }
}
