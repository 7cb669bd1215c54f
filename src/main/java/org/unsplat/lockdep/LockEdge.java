package org.unsplat.lockdep;

import java.util.List;
import org.unsplat.grammar.stack.StackPath;
import org.unsplat.model.StackFrame;

/**
 * The fact that one lock was taken while another was held, and the stack that did it.
 *
 * @param from the class of the lock that was held
 * @param to the class of the lock that was taken
 * @param at where it was taken, null if only the stack shows it
 */
public record LockEdge(String from, String to, Kind kind, StackFrame at, List<StackFrame> stack) {

    /** Each of them calls {@code reacquire_held_locks}, which may be inlined. */
    private static final List<String> REACQUIRING =
            List.of("reacquire_held_locks", "lock_release", "lock_downgrade", "lock_set_class");

    /** How the order came about. */
    public enum Kind {
        /** It was observed before. */
        SEEN,
        /** It is the one that lockdep reports. */
        NEW,
        /** A task waits for another one, possibly for a lock whose name is not printed. */
        WAIT,
        /** No task takes one while holding the other, but an interrupt may come in between. */
        INTERRUPT
    }

    /** Whether the report is about this edge. */
    public boolean isNew() {
        return kind == Kind.NEW || kind == Kind.WAIT;
    }

    /** Whether it closes the cycle of this order; an interrupt does so if no edge is new. */
    public boolean closes(List<LockEdge> order) {
        return isNew() || kind == Kind.INTERRUPT && order.stream().noneMatch(LockEdge::isNew);
    }

    /** The frame that shows who took the lock, or null. */
    public StackFrame site() {
        return isReacquired() ? null : StackPath.taker(at, stack);
    }

    /** Whether lockdep took the lock again, as it does when a task changes or releases a lock that it took earlier. */
    public boolean isReacquired() {
        return at == null
                && stack.stream()
                        .anyMatch(frame ->
                                frame.reliable() && frame.function() != null && REACQUIRING.contains(frame.function()));
    }
}
