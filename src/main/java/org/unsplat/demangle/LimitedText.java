package org.unsplat.demangle;

/** A demangled name in the making, of limited length. */
final class LimitedText {

    /** The kernel's names have 512 characters at most, mangled. */
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

    /** Sets whether to drop what is added; returns the old value. */
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
