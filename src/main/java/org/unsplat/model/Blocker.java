package org.unsplat.model;

import java.util.List;

/**
 * The task that a hung task waits for, 6.17 and later: "INFO: task a:1 is blocked on a mutex likely owned by task b:2."
 * @param waitsAs {@code reader} or {@code writer} of an rw-semaphore, else null
 * @param on the type of the lock: {@code mutex}, {@code semaphore}, {@code rw-semaphore}
 * @param owner the likely owner, or the last holder of the semaphore; null if the kernel did not find it
 * @param ownerAs {@code reader} or {@code writer} of an rw-semaphore, else null
 * @param ownerNotes the lines before the owner's stack, as printed
 * @param ownerRegisters raw stack words and registers printed before its frames
 * @param ownerHeading the line above its frames
 * @param ownerStack its stack, which the kernel prints only if the owner is not hung itself
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
