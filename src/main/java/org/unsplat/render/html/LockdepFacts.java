package org.unsplat.render.html;

import java.util.List;
import java.util.stream.Stream;

/**
 * The facts of a lockdep report for the page. Parts that the kind does not have are null or empty.
 *
 * @param notes lines about RCU and hung tasks, as on the screen of {@code show}
 * @param order which lock was taken while which was held, and by whom
 * @param drawing the cycle of these locks, null if they form none
 * @param irqTitle the title of the uses below it
 * @param scenario the kernel's scenario of the deadlock, null if not printed
 * @param blocked the hung tasks
 * @param waits which task waits for which, null if unknown
 * @param stacks all stacks, each folded under its title
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

    /** Whether it is known what any of the hung tasks waits for. */
    boolean hasWaits() {
        return blocked.stream().anyMatch(task -> !task.lock().isEmpty());
    }

    /**
     * One lock taken while another was held.
     *
     * @param style {@code closing} for the edge that is reported
     * @param words the text before the function: {@code closes it}
     */
    record OrderRow(String held, String taken, CallTrail by, String style, String words) {}

    /** How a lock was used; {@code isNow} for the use that is reported. */
    record IrqUseRow(String what, String how, CallTrail by, boolean isNow) {}

    /** Cells by step and CPU; empty where another CPU acts. */
    record ScenarioTable(String title, List<String> cpus, List<List<String>> steps) {}

    record BlockedRow(String task, String seconds, String lock, CallTrail by) {}

    /**
     * The locks that a task holds.
     *
     * @param note {@code 2 of 3 printed}; empty if there is nothing to note
     * @param folded the locks behind a fold
     */
    record HeldTable(String title, String note, List<HeldRow> locks, List<HeldRow> folded) {

        boolean hasWait() {
            return all().anyMatch(lock -> !lock.waitType().isEmpty());
        }

        boolean hasUsage() {
            return all().anyMatch(lock -> !lock.usage().isEmpty());
        }

        private Stream<HeldRow> all() {
            return Stream.concat(locks.stream(), folded.stream());
        }
    }

    /** A held or requested lock; {@code isCulprit} for the pair of which one must not be taken under the other. */
    record HeldRow(String number, String lock, CallTrail at, String usage, String waitType, boolean isCulprit) {}
}
