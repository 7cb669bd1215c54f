package org.unsplat.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * The facts of a KCSAN report.
 *
 * @param bug {@code data-race} or {@code assert: race}
 * @param unknownOrigin whether the other side is not known; then there is one access
 * @param functions the one or two of the headline, without modules and offsets
 * @param accesses first the one that ran into the watchpoint, then the one that set it
 * @param valueChanged null where not printed
 */
public record Race(
        String bug, boolean unknownOrigin, List<String> functions, List<Access> accesses, ValueChange valueChanged) {

    /**
     * One side of a race.
     *
     * @param type the text as printed, {@code read-write (marked)}
     * @param op read, write or read-write; an assertion counts as what it would be
     * @param marked whether atomic, READ_ONCE or the like
     * @param scoped {@code scoped}, or {@code reordered} as 5.17 and later print the same flag
     * @param isAssert whether it is no access but an ASSERT_EXCLUSIVE; in JSON {@code assert}
     * @param address of the memory
     * @param size in bytes
     * @param context {@code task} or {@code interrupt}
     * @param pid null for an interrupt
     * @param reorderedTo where the access really happened
     * @param held verbose KCSAN's held locks of the task
     * @param irqTrace verbose KCSAN's irq trace of the task
     * @param lockdepOff "INFO: lockdep is turned off." stands in place of those
     */
    @RecordBuilder
    public record Access(
            String type,
            String op,
            boolean marked,
            boolean scoped,
            boolean isAssert,
            String address,
            Integer size,
            String context,
            Integer pid,
            Integer cpu,
            List<StackFrame> stack,
            StackFrame reorderedTo,
            List<HeldLocks> held,
            IrqTrace irqTrace,
            boolean lockdepOff) {

        /** Whether the task made it that has this pid and runs on this cpu: each cpu has an idle task of its own, all with pid 0. */
        public boolean isOfTask(Integer otherPid, Integer otherCpu) {
            return pid != null && pid.equals(otherPid) && (pid != 0 || cpu != null && cpu.equals(otherCpu));
        }

        /** The same access with these locks held. */
        public Access withHeldLocks(List<HeldLocks> locks) {
            return AccessBuilder.builder(this).held(locks).build();
        }
    }

    /**
     * "value changed: OLD -> NEW".
     *
     * @param flipped old xor new
     * @param bitsChanged "bits changed: X", within the mask
     */
    public record ValueChange(String old, String now, String flipped, String bitsChanged, String mask) {

        /** Without a mask. */
        public ValueChange(String old, String now, String flipped) {
            this(old, now, flipped, null, null);
        }
    }
}
