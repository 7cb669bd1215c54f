package org.unsplat.grammar.oops;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.stack.StackTrace;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.model.Problem;
import org.unsplat.model.StackFrame;

/** The dump of one task while it is read ({@code sched_show_task}): lines about the task, then its stack. */
final class Dump {

    final List<String> notes = new ArrayList<>();
    final List<String> registers = new ArrayList<>();
    String heading;
    List<StackFrame> frames;

    /** Whether the stack was read, so that following lines belong to another dump. */
    boolean hasStack() {
        return frames != null;
    }

    /** Reads the head of a trace and its frames. */
    void readStack(Cursor lines, ReportBuilder builder) {
        var number = lines.number();
        heading = lines.accept(BacktracePiece.HEAD);
        frames = StackTrace.read(lines, registers);
        if (frames.isEmpty()) {
            builder.problem(Problem.Code.MISSING_PART, number, "expected the frames of the task's stack, found none");
        }
    }
}
