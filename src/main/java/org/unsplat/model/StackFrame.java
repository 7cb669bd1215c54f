package org.unsplat.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * One line of a stack trace, or the place that is printed after a lock.
 *
 * @param function the symbol with its compiler suffixes; null for an address without one
 * @param demangled the source name of a Rust or C++ function whose symbol is mangled, else null
 * @param offset into the function, {@code 0x30b}; null for inlined and decoded frames
 * @param size of the function, {@code 0x570}
 * @param module the module of the function, null for the kernel image
 * @param buildId of the module, 40 hexadecimal digits
 * @param file where symbolized; relative to the source tree
 * @param line the line in that file, null if the debug information had none
 * @param inline whether the function was inlined into the next frame
 * @param reliable false for frames with a question mark
 * @param address {@code 0xffffffff81234567}, where printed
 * @param addressText an address that is not hexadecimal, {@code (____ptrval____)}
 * @param sp the stack pointer, printed by powerpc only
 * @param context the stack the frame is on: {@code TASK}, {@code IRQ}, {@code SOFTIRQ}, {@code NMI}, ...
 * @param flags the letters that arm64 prints in parentheses after a frame: C, P, F, ...
 * @param note other text in parentheses after a frame: powerpc's {@code unreliable}, or the function that the graph tracer
 *        returns to
 * @param callee arm only: the function that returned to this frame, with its offset in old kernels ({@code callee from
 *        function+0x10/0x14})
 * @param calleeModule the module of the callee
 * @param calleeAddress the address of the callee, in the verbose format of arm
 * @param discriminator the discriminator of the line, from decode_stacktrace.sh
 * @param inlinedAt the places inlined into this frame, innermost first, from decode_stacktrace.sh
 * @param after the lines of a register dump or exception stack after the frame, as printed
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

    /** A place that decode_stacktrace.sh prints before the frame's own place. */
    public record InlinedAt(String file, Integer line, Integer discriminator) {}

    /** The frame within its trace: on this stack, null if unknown, and followed by these lines. */
    public StackFrame inTrace(String onStack, List<String> linesAfter) {
        return onStack == null && linesAfter.isEmpty()
                ? this
                : StackFrameBuilder.builder(this)
                        .context(onStack)
                        .after(linesAfter)
                        .build();
    }

    /** The frame with the place in the source that a tool found. */
    public StackFrame at(String inFile, Integer atLine) {
        return StackFrameBuilder.builder(this).file(inFile).line(atLine).build();
    }
}
