package org.unsplat.grammar;

import java.util.List;
import org.unsplat.demangle.Demangler;
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
        return new StackFrame(
                function,
                function == null ? null : Demangler.demangle(function),
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
                null,
                flags,
                note,
                callee,
                calleeModule,
                calleeAddress,
                discriminator,
                inlinedAt,
                List.of());
    }
}
