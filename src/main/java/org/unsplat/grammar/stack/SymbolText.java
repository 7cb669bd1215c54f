package org.unsplat.grammar.stack;

import org.unsplat.model.StackFrame;

/** Writes a frame as the kernel or a symbolizer prints it, {@code f+0x1c/0x70 [module]}: the inverse of {@link Symbol}. */
public final class SymbolText {

    private SymbolText() {}

    public static String of(StackFrame frame) {
        if (frame.function() == null) {
            return (frame.address() == null ? padded(frame.addressText()) : frame.address())
                    + flagsText(frame)
                    + noteText(frame);
        }
        return frame.offset() == null
                ? withoutOffset(frame)
                : frame.function() + "+" + frame.offset() + (frame.size() == null ? "" : "/" + frame.size())
                        + placeText(" ", frame.file(), frame.line()) + module(frame.module(), frame.buildId())
                        + flagsText(frame) + noteText(frame);
    }

    /** {@code (null)} is padded to the width of a 64-bit address, other addresses are not padded. */
    public static String padded(String address) {
        return Symbol.isNull(address) ? " ".repeat(10) + address : address;
    }

    private static String withoutOffset(StackFrame frame) {
        if (frame.inline()) {
            return frame.function() + placeText(" ", frame.file(), frame.line()) + module(frame.module(), null)
                    + " [inline]" + flagsText(frame);
        }
        if (frame.file() == null) {
            return frame.function() + module(frame.module(), frame.buildId());
        }
        var places = new StringBuilder();
        frame.inlinedAt().forEach(place -> places.append(decodedText(place)).append(' '));
        var own = new StackFrame.InlinedAt(frame.file(), frame.line(), frame.discriminator());
        return frame.function() + " (" + places + decodedText(own) + ")"
                + (frame.module() == null ? "" : " " + frame.module()) + flagsText(frame);
    }

    private static String decodedText(StackFrame.InlinedAt place) {
        return placeText("", place.file(), place.line())
                + (place.discriminator() == null ? "" : " (discriminator " + place.discriminator() + ")");
    }

    /** For an unknown line syzkaller prints -1, decode_stacktrace.sh a question mark. */
    private static String placeText(String before, String file, Integer line) {
        if (file == null) {
            return "";
        }
        var number = line == null ? before.isEmpty() ? "?" : "-1" : line.toString();
        return before + file + ":" + number;
    }

    /** A module in brackets with a blank before it; empty for the kernel image. */
    public static String module(String module, String buildId) {
        return module == null ? "" : " [" + module + (buildId == null ? "" : " " + buildId) + "]";
    }

    private static String noteText(StackFrame frame) {
        return frame.note() == null ? "" : " (" + frame.note() + ")";
    }

    private static String flagsText(StackFrame frame) {
        return frame.flags().isEmpty() ? "" : " (" + String.join("", frame.flags()) + ")";
    }
}
