package org.unsplat.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * A lock that several tasks list in a dump of all tasks. A task lists a lock before it gets it, so those that list it
 * last may wait for it; those that listed another one after it have it.
 *
 * @param classText of the lock, letter by letter; in JSON {@code class}
 * @param address of the lock instance; null where none was printed, so that the tasks may list different instances
 * @param listedBy how many tasks list it
 * @param wentOn those of them that list another lock after it
 */
public record ContendedLock(String classText, String address, int listedBy, List<Task> wentOn) {

    /** The same lock, with another task that has it. */
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
