package org.unsplat.symbols;

import org.unsplat.model.StackFrame;

/**
 * What is asked of a debug file: the lines of {@code function+offset/size}.
 *
 * @param size of the function as printed; null where it was not
 */
record FrameQuery(String function, long offset, Long size, AddressKind kind) {

    private static final int MOST_DIGITS = 16;

    /** Of a frame that no tool has given a place yet; null where it has one, or none can be found. */
    static FrameQuery of(StackFrame frame, AddressKind kind) {
        boolean open = frame.function() != null && frame.offset() != null && frame.file() == null && !frame.inline();
        var offset = open ? number(frame.offset()) : null;
        var size = open && frame.size() != null ? number(frame.size()) : null;
        if (offset == null || frame.size() != null && size == null) {
            return null;
        }
        // No call returns to the beginning of its own function
        boolean inside = kind == AddressKind.EXACT
                ? size == null || offset < size
                : offset > 0 && (size == null || offset <= size);
        return inside ? new FrameQuery(frame.function(), offset, size, kind) : null;
    }

    private static Long number(String hex) {
        try {
            return hex.length() > MOST_DIGITS ? null : Long.valueOf(Long.parseLong(hex.substring(2), 16));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** How far behind the function's beginning the instruction is that the frame is about. */
    long distance() {
        return kind == AddressKind.EXACT ? offset : offset - 1;
    }

    @Override
    public String toString() {
        return function + "+0x" + Long.toHexString(offset) + (size == null ? "" : "/0x" + Long.toHexString(size));
    }
}
