package org.unsplat.grammar.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.unsplat.classify.ContextType;
import org.unsplat.classify.LineType;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.stack.FrameLine;
import org.unsplat.grammar.stack.StackTrace;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.CutLines;
import org.unsplat.grammar.text.KernelFormat;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.grammar.text.TypeLists;
import org.unsplat.model.IrqSafety;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;

/**
 * The irq-safe or irq-unsafe lock that the new dependency connects, and the stack that made it so
 * ({@code print_bad_irq_dependency}).
 * <pre>
 * but this new dependency connects a HARDIRQ-irq-safe lock:
 *  (lkt_sa){-...}-{3:3}
 *
 * ... which became HARDIRQ-irq-safe at:
 *   lock_acquire+0xa5/0x290
 *
 * to a HARDIRQ-irq-unsafe lock:
 *  (lkt_sc){+.+.}-{3:3}
 *
 * ... which became HARDIRQ-irq-unsafe at:
 * ...
 *   lock_acquire+0xa5/0x290
 * </pre>
 * 4.4 prints the dots before the stack of the unsafe lock on the line of the first frame.
 */
public final class IrqSafetyPiece extends Piece {

    private static final String CONNECTS = "but this new dependency connects a ";
    private static final String TO = "to a ";
    private static final String BECAME = "... which became ";
    private static final String STATE = "([A-Z_-]+)-irq-";
    private static final String NO_FRAME_YET = "...";
    static final LineType<Matcher> CONNECTS_LINE =
            LineType.of("head of the irq-safe lock", CONNECTS + STATE + "(?:un)?safe lock:", CONNECTS);
    static final LineType<Matcher> TO_LINE =
            LineType.of("head of the irq-unsafe lock", TO + STATE + "(?:un)?safe lock:", TO);
    static final LineType<Matcher> BECAME_SAFE = LineType.of(
            "head of the stack that made a lock irq-safe", "\\.\\.\\. which became " + STATE + "safe at:", BECAME);
    static final LineType<Matcher> BECAME_UNSAFE = LineType.of(
            "head of the stack that made a lock irq-unsafe", "\\.\\.\\. which became " + STATE + "unsafe at:", BECAME);
    /** The dots, and the frame that 4.4 prints after them. People also write dots for omissions. */
    static final LineType<List<StackFrame>> DOTS = new ContextType<>("dots before a stack") {
        @Override
        public List<StackFrame> read(String text) {
            if (!text.startsWith(NO_FRAME_YET)) {
                return null;
            }
            var rest = text.substring(NO_FRAME_YET.length()).strip();
            if (rest.isEmpty()) {
                return List.of();
            }
            var frame = FrameLine.TYPE.read(rest);
            frame = frame == null ? StackTrace.OFFSETLESS.read(rest) : frame;
            return frame == null ? null : List.of(frame);
        }

        @Override
        public boolean follows(TypedLine last, TypedLine next) {
            return last.type() == BECAME_UNSAFE;
        }
    };

    private static final List<LineType<?>> SAFE =
            TypeLists.joined(List.of(LockLine.TYPE, BECAME_SAFE), StackTrace.STORED);
    private static final List<LineType<?>> UNSAFE =
            TypeLists.joined(List.of(LockLine.TYPE, BECAME_UNSAFE, DOTS), StackTrace.STORED);
    private final boolean safe;

    private IrqSafetyPiece(boolean safe) {
        super(
                safe ? "irq-safe lock" : "irq-unsafe lock",
                safe ? List.of(CONNECTS_LINE, BECAME_SAFE) : List.of(TO_LINE, BECAME_UNSAFE),
                safe ? SAFE : UNSAFE);
        this.safe = safe;
    }

    public static IrqSafetyPiece safe() {
        return new IrqSafetyPiece(true);
    }

    public static IrqSafetyPiece unsafe() {
        return new IrqSafetyPiece(false);
    }

    @Override
    public void read(Cursor lines, ReportBuilder builder) {
        CutLines.skip(lines);
        var head = lines.accept(safe ? CONNECTS_LINE : TO_LINE);
        CutLines.skip(lines);
        var lock = LockLine.read(lines);
        CutLines.skip(lines);
        var became = lines.accept(safe ? BECAME_SAFE : BECAME_UNSAFE);
        if (head == null && became == null) {
            return;
        }
        var frames = new ArrayList<StackFrame>();
        var dots = lines.accept(DOTS);
        if (dots != null) {
            frames.addAll(dots);
        }
        frames.addAll(StackTrace.readStored(lines));
        var found = new IrqSafety((head == null ? became : head).group(1), lock, List.copyOf(frames));
        if (safe) {
            builder.becameSafe = found;
        } else {
            builder.becameUnsafe = found;
        }
    }

    @Override
    public boolean isIn(ReportBuilder builder) {
        return (safe ? builder.becameSafe : builder.becameUnsafe) != null;
    }

    @Override
    public void write(Report report, KernelText out) {
        var lock = safe ? report.lockdep().becameSafe() : report.lockdep().becameUnsafe();
        if (lock == null) {
            return;
        }
        var name = lock.state() + (safe ? "-irq-safe" : "-irq-unsafe");
        out.blank().line((safe ? CONNECTS : TO) + name + " lock:");
        if (lock.lock() != null) {
            LockLine.write(lock.lock(), "", out);
        }
        var glues = KernelFormat.of(report).gluesLines();
        if (!glues) {
            out.blank();
        }
        out.line(BECAME + name + " at:");
        var stack = new KernelText();
        StackTrace.writeStored(lock.stack(), 2, stack);
        var isGlued = !safe && glues && !stack.lines().isEmpty();
        if (!safe && !isGlued) {
            out.line(NO_FRAME_YET);
        }
        for (var line : stack.lines()) {
            out.line((isGlued && line == stack.lines().get(0) ? NO_FRAME_YET : "") + line);
        }
    }
}
