package org.unsplat.lockdep;

import java.util.List;
import org.unsplat.grammar.stack.StackPath;
import org.unsplat.model.StackFrame;

/**
 * That one lock was taken while another was held, and the stack that did it.
 *
 * @param from the class of the lock that was held
 * @param to the class of the lock that was taken
 * @param at where it was taken, null where only the stack tells
 */
public record LockEdge(String from, String to, Kind kind, StackFrame at, List<StackFrame> stack) {

    /** Each of them calls {@code reacquire_held_locks}, which may be inlined. */
    private static final List<String> REACQUIRING =
            List.of("reacquire_held_locks", "lock_release", "lock_downgrade", "lock_set_class");

    /** How an order came to be. */
    public enum Kind {
        /** It was seen before. */
        SEEN,
        /** It is the one that lockdep complains of. */
        NEW,
        /** A task waits for another one, be it for a lock of which no name is printed. */
        WAIT,
        /** Nobody takes one while holding the other, but an interrupt may come in between. */
        INTERRUPT
    }

    /** The frame that tells who took the lock, null where none does. */
    public StackFrame site() {
        return isReacquired() ? null : StackPath.taker(at, stack);
    }

    /** Whether lockdep took the lock again itself, as it does where a task changes or releases one that it took before. */
    public boolean isReacquired() {
        return at == null
                && stack.stream()
                        .anyMatch(frame ->
                                frame.reliable() && frame.function() != null && REACQUIRING.contains(frame.function()));
    }
}
