package org.unsplat.model;

import java.util.List;

/**
 * "N locks held by COMM/PID:".
 *
 * @param declared the number printed; 0 for "no locks held by"
 * @param cpu the cpu that the task runs or ran on, 7.2 and later
 * @param cpuWord {@code last} or {@code on}, as printed before it (the kernel confuses the two)
 */
public record HeldLocks(Task task, int declared, Integer cpu, String cpuWord, List<Lock> locks) {

    /** A list of a kernel that prints no cpu. */
    public HeldLocks(Task task, int declared, List<Lock> locks) {
        this(task, declared, null, null, locks);
    }
}
