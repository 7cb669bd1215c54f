package org.unsplat.model;

import java.util.List;

/**
 * What {@code lockdep_rcu_suspicious} prints between its headline and the held locks.
 *
 * @param file the path given to the compiler, relative or absolute
 * @param message without the exclamation mark that the kernel adds
 * @param schedulerActive {@code rcu_scheduler_active}: 0 during boot, 1 during initialization, 2 after it
 * @param notes further lines of prose, such as "RCU used illegally from idle CPU!"
 */
public record RcuUsage(
        String file, Integer line, String message, Integer schedulerActive, Integer debugLocks, List<String> notes) {}
