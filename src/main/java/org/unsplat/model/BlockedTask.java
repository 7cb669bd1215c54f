package org.unsplat.model;

import java.util.List;

/**
 * A task that the hung task detector found, with its stack.
 *
 * @param waiting what it does, as printed before "for more than": {@code blocked}, {@code blocked in I/O wait}
 * @param seconds for how long, at least
 * @param notes the lines between that line and the stack, as printed
 * @param registers words of the stack, and registers, before the frames
 * @param heading the line above the frames, {@code Call Trace:}
 */
public record BlockedTask(
        Task task,
        String waiting,
        Integer seconds,
        List<String> notes,
        List<String> registers,
        String heading,
        Backtrace stack) {}
