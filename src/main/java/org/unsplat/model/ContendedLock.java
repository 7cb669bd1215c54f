package org.unsplat.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * A lock that several tasks list in a dump of all tasks. lockdep adds a lock to a task's list before the task gets it. So
 * a task that lists this lock last may be waiting for it; a task that lists another lock after it has it.
 *
 * @param classText the text in the lock's parentheses as printed; in JSON {@code class}
 * @param address of the lock instance; null if none was printed, and then the tasks may list different instances
 * @param listedBy the number of tasks that list it
 * @param wentOn those of them that list another lock after it, and so have it
 */
public record ContendedLock(String classText, String address, int listedBy, List<Task> wentOn) {

    /** The same lock with one more task that has it. */
    public ContendedLock withHolder(Task task) {
        return wentOn.contains(task)
                ? this
                : new ContendedLock(
                        classText,
                        address,
                        listedBy,
                        Stream.concat(wentOn.stream(), Stream.of(task)).toList());
    }
}
