package org.unsplat.model;

import java.util.List;

/**
 * Whom a hung task waits for, 6.17 and later: "INFO: task a:1 is blocked on a mutex likely owned by task b:2."
 *
 * @param waitsAs {@code reader} or {@code writer} of an rw-semaphore
 * @param on what sort of lock it is: {@code mutex}, {@code semaphore}, {@code rw-semaphore}
 * @param owner who likely owns it, or who held the semaphore last; null where the kernel did not find it
 * @param ownerAs {@code reader} or {@code writer} of an rw-semaphore
 * @param ownerNotes the lines before the owner's stack, as printed
 * @param ownerRegisters words of the stack, and registers, before its frames
 * @param ownerHeading the line above its frames
 * @param ownerStack its stack, which the kernel prints where the owner does not hang itself
 */
public record Blocker(
        Task task,
        String waitsAs,
        String on,
        Task owner,
        String ownerAs,
        List<String> ownerNotes,
        List<String> ownerRegisters,
        String ownerHeading,
        Backtrace ownerStack) {}
