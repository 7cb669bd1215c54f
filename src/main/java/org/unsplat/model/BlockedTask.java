package org.unsplat.model;

import java.util.List;

/**
 * A task that the hung task detector found, with its stack.
 *
 * @param waiting the words before "for more than" as printed: {@code blocked}, {@code blocked in I/O wait}
 * @param seconds the least time it has been blocked
 * @param notes the lines between the headline and the stack, as printed
 * @param registers raw stack words and registers printed before the frames
 * @param heading the line above the frames, such as {@code Call Trace:}
 */
public record BlockedTask(
        Task task,
        String waiting,
        Integer seconds,
        List<String> notes,
        List<String> registers,
        String heading,
        Backtrace stack) {}
