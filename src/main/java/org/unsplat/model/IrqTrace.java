package org.unsplat.model;

import java.util.List;

/** "irq event stamp:" and the four lines after it; larger counts are later. */
public record IrqTrace(
        Long eventStamp,
        Event hardirqsLastEnabled,
        Event hardirqsLastDisabled,
        Event softirqsLastEnabled,
        Event softirqsLastDisabled) {

    /**
     * {@code hardirqs last  enabled at (1929200): [<c043a0e9>] tasklet_hi_action+0x3e/0xbf}.
     *
     * @param at null when it never happened
     * @param inlinedInto functions inlined into {@code at}, where symbolised
     */
    public record Event(Long count, String address, String addressText, StackFrame at, List<StackFrame> inlinedInto) {

        /** The event with the functions that were inlined into its place. */
        public Event inlinedInto(List<StackFrame> frames) {
            return new Event(count, address, addressText, at, frames);
        }
    }
}
