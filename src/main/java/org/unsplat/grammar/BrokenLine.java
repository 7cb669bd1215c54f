package org.unsplat.grammar;

import java.util.List;
import org.unsplat.input.Line;

/**
 * A line that a mailer broke so that nobody knows its first part: the two are joined before anybody is asked. Where the
 * first part has been taken, the {@link Unwrapper} joins them.
 * <pre>
 * Jun 25 12:00:00 host kernel: [   12.345678] Reported by Kernel Concurrency
 * Sanitizer on:
 * </pre>
 */
final class BrokenLine {

    private BrokenLine() {}

    /** The line that the two make, null where no mailer can have put the second one below the first. */
    static Line joined(Line first, Line second) {
        if (first == null
                || second.time() != null
                || second.number() != first.number() + 1
                || !Unwrapper.isNear(first.text(), List.of(), second.text())) {
            return null;
        }
        return first.followedBy(second).with(first.words() + " " + second.words());
    }

    /**
     * Whether the text would do without the first part of the whole line, and say less: a lock without its address, a
     * frame that the unwinder did not confirm without its question mark, "Trace:" without what was called.
     */
    static boolean lacksStart(String text, Line whole) {
        return whole != null
                && (text.startsWith("(") && LockLine.isAddressed(whole.text())
                        || whole.text().length() == text.length() + 2
                                && whole.text().startsWith("? ")
                        || BacktracePiece.isHead(whole.text()));
    }
}
