package org.unsplat.render;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.unsplat.demangle.Demangler;
import org.unsplat.grammar.stack.StackPath;
import org.unsplat.model.StackFrame;

/** Formats frames: {@code lkt_m_ab  lkt/lkt.c:126  [lkt]}, and a frame with its callers on one line. */
public final class FrameText {

    private static final int CALLERS = 2;
    private static final String CUT = "...";
    /** The smallest width in which a shortened path is useful. */
    private static final int NARROW = 12;

    private FrameText() {}

    /** {@code lkt_m_ab (lkt/lkt.c:126) <- c_abba <- lkt_run}: a frame and its callers. */
    public static StyledText trail(StackFrame at, List<StackFrame> stack) {
        var path = StackPath.of(stack);
        var first = start(at, stack);
        if (first == null) {
            return StyledText.of(Style.DIM, "not known");
        }
        return withCallers(first, path.stream().filter(StackPath::tells).map(FrameText::name));
    }

    /** The frame that the trail begins with, null if none is known. */
    public static StackFrame start(StackFrame at, List<StackFrame> stack) {
        var path = StackPath.of(stack);
        return path.isEmpty() || at != null && !StackPath.tells(path.get(0)) ? at : path.get(0);
    }

    /** The same for a known frame; its callers are those after it in the stack. */
    public static StyledText trailFrom(StackFrame site, List<StackFrame> stack) {
        if (site == null) {
            return trail(null, stack);
        }
        var path = StackPath.of(stack).stream()
                .filter(StackPath::tells)
                .map(FrameText::name)
                .toList();
        return withCallers(site, path.subList(path.indexOf(name(site)) + 1, path.size()).stream());
    }

    private static StyledText withCallers(StackFrame frame, Stream<String> callers) {
        var trail = withPlace(frame);
        callers.distinct()
                .filter(name -> !name.equals(name(frame)))
                .limit(CALLERS)
                .forEach(name -> trail.add(Style.DIM, " <-" + StyledText.NBSP + name));
        return trail;
    }

    /** {@code lkt_m_ab (lkt/lkt.c:126)}, or {@code lkt_m_ab+0x1b/0x40} if not symbolized. */
    public static StyledText withPlace(StackFrame frame) {
        var text = StyledText.of(name(frame)).add(Style.DIM, offset(frame));
        return frame.file() == null
                ? text
                : text.add(" (").add(Style.CYAN, place(frame)).add(")");
    }

    public static String name(StackFrame frame) {
        return frame.function() != null
                ? Demangler.name(frame.function())
                : Objects.requireNonNullElse(frame.address(), Objects.requireNonNullElse(frame.addressText(), "?"));
    }

    /** {@code lkt_m_ab+0x1b/0x40}, or only the name if the file is known. */
    public static String nameWithOffset(StackFrame frame) {
        return name(frame) + offset(frame);
    }

    /** {@code +0x1b/0x40} as faddr2line accepts it; empty if the file is known, or if no offset was printed. */
    private static String offset(StackFrame frame) {
        return frame.file() != null || frame.function() == null || frame.offset() == null
                ? ""
                : "+" + frame.offset() + (frame.size() == null ? "" : "/" + frame.size());
    }

    /** {@code lkt/lkt.c:126}, empty if not symbolized. */
    public static String place(StackFrame frame) {
        return frame.file() == null ? "" : frame.file() + (frame.line() == null ? "" : ":" + frame.line());
    }

    /** One line of a stack in this width: the function, then its place, which is shortened at its beginning. */
    public static StyledText line(StackFrame frame, Style style, int width) {
        var name = (frame.reliable() ? "" : "? ") + nameWithOffset(frame);
        var where = frame.file() != null ? place(frame) : frame.module() == null ? "" : "[" + frame.module() + "]";
        where = end(where, width - name.length() - 2);
        var text = StyledText.of(style, name);
        if (!where.isEmpty()) {
            text.add("  ").add(style == Style.DIM || frame.file() == null ? Style.DIM : Style.CYAN, where);
        }
        return text.cut(width);
    }

    /**
     * The end of a path that fits into {@code room}, if possible from a slash on: {@code .../linux/instrumented.h:41}.
     */
    private static String end(String path, int room) {
        var slash = path.indexOf('/', Math.max(0, path.length() - room + CUT.length()));
        var name = path.substring(path.lastIndexOf('/') + 1);
        if (path.length() <= room) {
            return path;
        }
        if (slash >= 0) {
            return CUT + path.substring(slash);
        }
        if (name.length() <= room) {
            return name;
        }
        return room < NARROW ? "" : CUT + path.substring(path.length() - room + CUT.length());
    }
}
