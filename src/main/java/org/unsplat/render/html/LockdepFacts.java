package org.unsplat.render.html;

import java.util.List;

/**
 * The facts of a lockdep report. Parts that a kind lacks are null or empty.
 *
 * @param notes what the screen of {@code show} says of RCU and of hung tasks, a line each
 * @param order who took which lock while holding which
 * @param drawing the cycle of these locks, null where they form none
 * @param irqTitle what the uses below it are of
 * @param scenario how the kernel thinks that it goes wrong, null where not printed
 * @param blocked the tasks that hang
 * @param waits who waits for whom, null where that is not known
 * @param stacks all of them, each behind its title
 */
record LockdepFacts(
        List<String> notes,
        String orderTitle,
        List<OrderRow> order,
        Drawing drawing,
        String irqTitle,
        List<IrqUseRow> irqs,
        ScenarioTable scenario,
        List<BlockedRow> blocked,
        Drawing waits,
        String waitsLeftOut,
        List<HeldTable> held,
        String heldLeftOut,
        StackBlock callers,
        List<StackBlock> stacks) {

    /**
     * That a lock was taken while another was held.
     *
     * @param style {@code closing} where it is the one that the report complains of
     * @param words before the function: {@code closes it}
     */
    record OrderRow(String held, String taken, CallTrail by, String style, String words) {}

    /** How a lock was used; {@code isNow} where that is what the report complains of. */
    record IrqUseRow(String what, String how, CallTrail by, boolean isNow) {}

    /** Cells by step and by cpu; empty where another cpu acts. */
    record ScenarioTable(String title, List<String> cpus, List<List<String>> steps) {}

    /** A task that hangs. */
    record BlockedRow(String task, String seconds, String lock, CallTrail by) {}

    /**
     * What a task holds.
     *
     * @param note {@code 2 of 3 printed}; empty for none
     */
    record HeldTable(String title, String note, List<HeldRow> locks) {

        boolean hasWait() {
            return locks.stream().anyMatch(lock -> !lock.waitType().isEmpty());
        }

        boolean hasUsage() {
            return locks.stream().anyMatch(lock -> !lock.usage().isEmpty());
        }
    }

    /** A lock that is held, or wanted; {@code isCulprit} where the one must not be taken under the other. */
    record HeldRow(String number, String lock, CallTrail at, String usage, String waitType, boolean isCulprit) {}
}
