package org.unsplat.model;

import java.util.List;

/**
 * A list of held locks as {@code lockdep_print_held_locks} prints it: "N locks held by COMM/PID:".
 *
 * @param declared the number printed; 0 for "no locks held by"
 * @param cpu the CPU on which the task runs or last ran, 7.2 and later; else null
 * @param cpuWord {@code last} or {@code on} as printed before it; the kernel swaps the two, so it says nothing
 */
public record HeldLocks(Task task, int declared, Integer cpu, String cpuWord, List<Lock> locks) {

    /** A list without a CPU, as kernels before 7.2 print it. */
    public HeldLocks(Task task, int declared, List<Lock> locks) {
        this(task, declared, null, null, locks);
    }
}
