package org.unsplat.render;

import java.util.List;
import java.util.Objects;
import org.unsplat.grammar.FrameRole;
import org.unsplat.model.StackFrame;

/** How frames read: {@code lkt_m_ab  lkt/lkt.c:126  [lkt]}, and the way there in one line. */
final class FrameText {

    private static final int CALLERS = 2;

    private FrameText() {
    }

    /** The first frame of the code that the report is about; the first of all where there is none; null for none. */
    static StackFrame telling(List<StackFrame> stack) {
        return stack.stream().filter(FrameText::tells).findFirst()
                .orElse(stack.stream().filter(frame -> frame.function() != null).findFirst().orElse(null));
    }

    static boolean tells(StackFrame frame) {
        return frame.reliable() && frame.function() != null && FrameRole.of(frame) == FrameRole.CODE;
    }

    /** {@code lkt_m_ab (lkt/lkt.c:126) <- c_abba <- lkt_run}: where, and who called it. */
    static Phrase trail(StackFrame at, List<StackFrame> stack) {
        var tells = stack.stream().filter(FrameText::tells).toList();
        var first = tells.isEmpty() ? at : tells.get(0);
        if (first == null || first.function() == null) {
            return at == null ? Phrase.of(Style.DIM, "not known") : Phrase.of(name(at));
        }
        var trail = withPlace(first);
        tells.stream().map(FrameText::name).distinct().filter(name -> !name.equals(name(first))).limit(CALLERS)
                .forEach(name -> trail.add(Style.DIM, " <-" + Phrase.TIE + name));
        return trail;
    }

    /** {@code lkt_m_ab (lkt/lkt.c:126)}. */
    static Phrase withPlace(StackFrame frame) {
        var text = Phrase.of(name(frame));
        return frame.file() == null ? text : text.add(" (").add(Style.CYAN, place(frame)).add(")");
    }

    static String name(StackFrame frame) {
        return frame.function() != null ? frame.function()
                : Objects.requireNonNullElse(frame.address(), Objects.requireNonNullElse(frame.addressText(), "?"));
    }

    /** {@code lkt/lkt.c:126}, empty where the report was not symbolised. */
    static String place(StackFrame frame) {
        return frame.file() == null ? "" : frame.file() + (frame.line() == null ? "" : ":" + frame.line());
    }

    /** One line of a stack no wider than this: the function, then its place, whose beginning goes first. */
    static Phrase line(StackFrame frame, Style style, int width) {
        var name = (frame.reliable() ? "" : "? ") + name(frame);
        var where = frame.file() != null ? place(frame) : frame.module() == null ? "" : "[" + frame.module() + "]";
        int room = width - name.length() - 2;
        if (where.length() > room) {
            where = room < 12 ? "" : "..." + where.substring(where.length() - room + 3);
        }
        var text = Phrase.of(style, name);
        if (!where.isEmpty()) {
            text.add("  ").add(style == Style.DIM || frame.file() == null ? Style.DIM : Style.CYAN, where);
        }
        return text.cut(width);
    }
}
