package org.unsplat.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * One line of a stack trace, or the place that a lock names.
 *
 * @param function the symbol with its compiler suffixes; null for an address without one
 * @param demangled what the source calls a function of Rust or C++ whose symbol is mangled, null for the others
 * @param offset into the function, {@code 0x30b}; null for inlined and decoded frames
 * @param size of the function, {@code 0x570}
 * @param module null for the kernel image
 * @param buildId of the module, 40 hexadecimal digits
 * @param file where it was symbolised; relative to the source tree
 * @param line of that file; null where the debug information had none
 * @param inline whether the function was inlined into the next frame
 * @param reliable false for frames with a question mark
 * @param address {@code 0xffffffff81234567}, where printed
 * @param addressText an address that is not hexadecimal, {@code (____ptrval____)}
 * @param sp the stack pointer, printed by powerpc
 * @param context the stack it stands on: {@code TASK}, {@code IRQ}, {@code SOFTIRQ}, {@code NMI}, ...
 * @param flags the letters that arm64 prints after a frame, C, P, F, ...
 * @param note in parentheses after a frame where they are no such letters: powerpc's {@code unreliable} or the
 *        function that the graph tracer returns to
 * @param callee arm: the function that returned to this frame, with its offset in old kernels ({@code callee from
 *         function+0x10/0x14})
 * @param calleeModule the module of the callee
 * @param calleeAddress the address of the callee, in arm's verbose form
 * @param discriminator of the line, from decode_stacktrace.sh
 * @param inlinedAt decode_stacktrace.sh: places inlined into this frame, innermost first
 * @param after lines of a register dump or exception stack that follow the frame, as printed
 */
@RecordBuilder
public record StackFrame(
        String function,
        String demangled,
        String offset,
        String size,
        String module,
        String buildId,
        String file,
        Integer line,
        boolean inline,
        boolean reliable,
        String address,
        String addressText,
        String sp,
        String context,
        List<String> flags,
        String note,
        String callee,
        String calleeModule,
        String calleeAddress,
        Integer discriminator,
        List<InlinedAt> inlinedAt,
        List<String> after) {

    /** A place that decode_stacktrace.sh names before that of the frame itself. */
    public record InlinedAt(String file, Integer line, Integer discriminator) {}

    /** The frame in its trace: on that stack, null where no mark tells, with the lines between it and the next one. */
    public StackFrame inTrace(String onStack, List<String> linesAfter) {
        return onStack == null && linesAfter.isEmpty()
                ? this
                : StackFrameBuilder.builder(this)
                        .context(onStack)
                        .after(linesAfter)
                        .build();
    }

    /** The frame with a place in the source that a tool found for it. */
    public StackFrame at(String inFile, Integer atLine) {
        return StackFrameBuilder.builder(this).file(inFile).line(atLine).build();
    }
}
