package org.unsplat.demangle;

/** A demangled name while it is built, with a limit on its length. */
final class LimitedText {

    /** A mangled name in the kernel has at most 512 characters. */
    static final int MAX_LENGTH = 4096;

    private final StringBuilder text = new StringBuilder();
    private boolean muted;

    LimitedText add(String part) {
        if (!muted) {
            text.append(part);
            check(text.length());
        }
        return this;
    }

    /** Sets whether added text is dropped; returns the old value. */
    boolean mute(boolean mute) {
        var before = muted;
        muted = mute;
        return before;
    }

    boolean isMuted() {
        return muted;
    }

    static void check(int length) {
        if (length > MAX_LENGTH) {
            throw new MalformedSymbol();
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
