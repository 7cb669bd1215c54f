package org.unsplat.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * The facts of a KCSAN report.
 *
 * @param bug {@code data-race} or {@code assert: race}
 * @param unknownOrigin whether the other side is unknown; then there is one access
 * @param functions the one or two functions of the headline, without modules and offsets
 * @param accesses first the access that hit the watchpoint, then the access that set it up
 * @param valueChanged null where not printed
 */
public record Race(
        String bug, boolean unknownOrigin, List<String> functions, List<Access> accesses, ValueChange valueChanged) {

    /**
     * One side of a race.
     *
     * @param type the text as printed, {@code read-write (marked)}
     * @param op read, write or read-write; an assertion counts as what it would be
     * @param marked whether it was atomic, READ_ONCE, WRITE_ONCE or the like
     * @param scoped whether {@code scoped} was printed, or {@code reordered}, the name of the same flag from 5.17 on
     * @param isAssert whether it is an ASSERT_EXCLUSIVE_* and no real access; in JSON {@code assert}
     * @param address of the memory, in hexadecimal
     * @param size in bytes
     * @param context {@code task} or {@code interrupt}; softirqs and NMIs count as interrupts
     * @param pid null for an interrupt
     * @param reorderedTo where KCSAN delayed the access to, 5.17 and later; the stack shows where the source makes it
     * @param held the held locks of the task, with CONFIG_KCSAN_VERBOSE
     * @param irqTrace the irq trace of the task, with CONFIG_KCSAN_VERBOSE
     * @param lockdepOff "INFO: lockdep is turned off." was printed instead of these two
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

        /** Whether this task made the access. The CPU tells idle tasks apart, as each CPU has one with pid 0. */
        public boolean isOfTask(Integer otherPid, Integer otherCpu) {
            return pid != null && pid.equals(otherPid) && (pid != 0 || cpu != null && cpu.equals(otherCpu));
        }

        /** The same access with these locks held. */
        public Access withHeldLocks(List<HeldLocks> locks) {
            return AccessBuilder.builder(this).held(locks).build();
        }
    }

    /**
     * "value changed: OLD -> NEW", 5.14 and later, in hexadecimal.
     *
     * @param flipped {@code old} xor {@code now}
     * @param bitsChanged the changed bits within the mask, "bits changed: X with mask MASK"; null without a mask
     */
    public record ValueChange(String old, String now, String flipped, String bitsChanged, String mask) {

        /** Without a mask. */
        public ValueChange(String old, String now, String flipped) {
            this(old, now, flipped, null, null);
        }
    }
}
