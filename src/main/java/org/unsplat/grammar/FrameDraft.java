package org.unsplat.grammar;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.model.StackFrame;

/** A stack frame while its line is read. */
final class FrameDraft implements Cloneable {

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
    String context;
    List<String> flags = List.of();
    String note;
    String callee;
    String calleeModule;
    String calleeAddress;
    Integer discriminator;
    List<StackFrame.InlinedAt> inlinedAt = List.of();
    List<String> after = new ArrayList<>();

    /** Sets the address, as text where it is not hexadecimal. */
    FrameDraft address(String printed) {
        address = Hex.of(printed);
        addressText = address == null ? printed : null;
        return this;
    }

    /** The same frame, to be completed on its own. */
    FrameDraft copy() {
        try {
            var copy = (FrameDraft) clone();
            copy.after = new ArrayList<>();
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);                         // it is Cloneable
        }
    }

    StackFrame build() {
        return new StackFrame(function, offset, size, module, buildId, file, line, inline, reliable, address,
                addressText, sp, context, flags, note, callee, calleeModule, calleeAddress, discriminator, inlinedAt,
                List.copyOf(after));
    }
}
