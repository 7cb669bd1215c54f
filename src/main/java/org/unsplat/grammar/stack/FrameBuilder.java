package org.unsplat.grammar.stack;

import java.util.List;
import org.unsplat.demangle.Demangler;
import org.unsplat.grammar.text.Numbers;
import org.unsplat.model.StackFrame;

/** A stack frame while its line is parsed. */
public final class FrameBuilder {

    String function;
    String offset;
    String size;
    String module;
    String buildId;
    public String file;
    public Integer line;
    boolean inline;
    boolean reliable = true;
    public String address;
    String addressText;
    String sp;
    List<String> flags = List.of();
    String note;
    String callee;
    String calleeModule;
    String calleeAddress;
    Integer discriminator;
    List<StackFrame.InlinedAt> inlinedAt = List.of();

    /** Sets the address; if it is not hexadecimal, its text. */
    public FrameBuilder address(String printed) {
        address = Numbers.address(printed);
        addressText = address == null ? printed : null;
        return this;
    }

    public StackFrame build() {
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
                List.copyOf(inlinedAt),
                List.of());
    }
}
