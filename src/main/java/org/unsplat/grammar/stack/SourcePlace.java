package org.unsplat.grammar.stack;

import java.util.List;
import java.util.regex.Matcher;
import org.unsplat.classify.ContextType;
import org.unsplat.classify.LineType;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.text.Numbers;
import org.unsplat.input.bytes.Regex;
import org.unsplat.model.StackFrame;

/**
 * The output of addr2line or scripts/faddr2line for the frame above, as people paste it into logs.
 * <pre>
 * $ scripts/faddr2line vmlinux lkt_sa_irq+0xc/0x20
 * lkt_sa_irq+0xc/0x20:
 * spin_lock at include/linux/spinlock.h:351
 * (inlined by) lkt_sa_irq at lkt/lkt.c:135 (discriminator 3)
 * </pre>
 */
public final class SourcePlace {

    private static final Regex PLACE =
            new Regex("(?:\\(inlined by\\) )?(?<name>[\\w$.]+) at (?<file>[^\\s:]+):(?<line>\\d{1,9}|\\?)"
                    + "(?: \\(discriminator \\d{1,9}\\))?");

    /** A function and a place. */
    public static final LineType<StackFrame> TYPE = new ContextType<>("place of a frame") {
        @Override
        public StackFrame read(String text) {
            return text.contains(" at ") ? frame(PLACE.matcher(text)) : null;
        }

        @Override
        public boolean follows(TypedLine last, TypedLine next) {
            return isAbove(last);
        }
    };

    private static final Regex NAMED = new Regex(
            "[\\w$.]+\\+0x[0-9a-f]+/0x[0-9a-f]+(?: \\[[\\w-]+\\])?:|.*\\bfaddr2line .*\\+0x[0-9a-f]+/0x[0-9a-f]+");

    /** The line with the frame and a colon, or the command that was run. */
    public static final LineType<String> HEADER = new LineType<>("head of a frame's places", List.of()) {
        @Override
        public String read(String text) {
            var mayBe = (text.endsWith(":") || text.contains("faddr2line")) && text.contains("+0x");
            return mayBe && NAMED.matches(text) ? text : null;
        }
    };

    private static final Regex SYMBOL = new Regex("[\\w$.]+\\+0x[0-9a-f]+/0x[0-9a-f]+");

    private SourcePlace() {}

    /** Whether the line is about the places of another frame than the one above it, which {@code last} is or is about. */
    public static boolean isOfOther(TypedLine last, TypedLine line) {
        if (!line.is(HEADER)) {
            return false;
        }
        var symbol = SYMBOL.matcher(line.text());
        return symbol.find() && !last.text().contains(symbol.group());
    }

    /** Whether it is about another frame, which may be of another report, directly below a frame. */
    public static boolean isApart(TypedLine last, TypedLine line) {
        return last.is(FrameLine.TYPE) && isOfOther(last, line);
    }

    private static boolean isAbove(TypedLine last) {
        return last.is(FrameLine.TYPE) || last.is(TYPE) || last.is(HEADER);
    }

    private static StackFrame frame(Matcher match) {
        if (!match.matches()) {
            return null;
        }
        var frame = new FrameBuilder();
        frame.function = match.group("name");
        frame.file = match.group("file");
        frame.line = Numbers.parseInt(match.group("line"));
        frame.inline = true;
        return frame.build();
    }
}
