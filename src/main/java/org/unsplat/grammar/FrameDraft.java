package org.unsplat.grammar;

import java.util.List;
import org.unsplat.model.StackFrame;

/** A stack frame while its line is read; not changed any more once it is. */
final class FrameDraft {

    String function;
    String offset;
    String size;
    String module;
    String buildId;
    String file;
    Integer line;
    boolean inline;
    boolean reliable = true;
    String address;
    String addressText;
    String sp;
    List<String> flags = List.of();
    String note;
    String callee;
    String calleeModule;
    String calleeAddress;
    Integer discriminator;
    List<StackFrame.InlinedAt> inlinedAt = List.of();

    /** Sets the address, as text where it is not hexadecimal. */
    FrameDraft address(String printed) {
        address = Hex.of(printed);
        addressText = address == null ? printed : null;
        return this;
    }

    StackFrame build() {
        return build(null, List.of());
    }

    /**
     * The frame in its trace.
     *
     * @param context the stack that it stands on, null where no mark tells
     * @param after the lines between it and the next one
     */
    StackFrame build(String context, List<String> after) {
        return new StackFrame(
                function,
                offset,
                size,
                module,
                buildId,
                file,
                line,
                inline,
                reliable,
                address,
                addressText,
                sp,
                context,
                flags,
                note,
                callee,
                calleeModule,
                calleeAddress,
                discriminator,
                inlinedAt,
                List.copyOf(after));
    }
}
