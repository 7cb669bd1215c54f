package org.unsplat.model;

import java.util.List;

/**
 * "irq event stamp:" and the four lines after it, as {@code print_irqtrace_events} prints them. The numbers count the irq
 * events of the task, so a larger one is later.
 */
public record IrqTrace(
        Long eventStamp,
        Event hardirqsLastEnabled,
        Event hardirqsLastDisabled,
        Event softirqsLastEnabled,
        Event softirqsLastDisabled) {

    /**
     * {@code hardirqs last  enabled at (1929200): [<c043a0e9>] tasklet_hi_action+0x3e/0xbf}.
     *
     * @param count the event number
     * @param address the address in brackets, null if there was none
     * @param addressText an address that is not hexadecimal
     * @param at the place, null if it never happened
     * @param inlinedInto the functions inlined into {@code at}, where symbolized
     */
    public record Event(Long count, String address, String addressText, StackFrame at, List<StackFrame> inlinedInto) {

        /** The same event with these functions inlined into its place. */
        public Event inlinedInto(List<StackFrame> frames) {
            return new Event(count, address, addressText, at, frames);
        }
    }
}
