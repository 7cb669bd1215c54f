package org.unsplat.symbols;

import org.unsplat.model.StackFrame;

/**
 * A query to a debug file: the lines of {@code function+offset/size}.
 *
 * @param size the size of the function as printed; null if it was not printed
 */
record FrameQuery(String function, long offset, Long size, AddressKind kind) {

    private static final int MOST_DIGITS = 16;

    /** The query for a frame without a place; null if it has one, or if none can be found. */
    static FrameQuery of(StackFrame frame, AddressKind kind) {
        boolean open = frame.function() != null && frame.offset() != null && frame.file() == null && !frame.inline();
        var offset = open ? number(frame.offset()) : null;
        var size = open && frame.size() != null ? number(frame.size()) : null;
        if (offset == null || frame.size() != null && size == null) {
            return null;
        }
        // A return address is never the beginning of its function
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

    /** The distance of the instruction in question from the beginning of the function. */
    long distance() {
        return kind == AddressKind.EXACT ? offset : offset - 1;
    }

    @Override
    public String toString() {
        return function + "+0x" + Long.toHexString(offset) + (size == null ? "" : "/0x" + Long.toHexString(size));
    }
}
