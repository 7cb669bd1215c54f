package org.unsplat.lockdep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unsplat.grammar.stack.Symbol;
import org.unsplat.model.StackFrame;

/** What a stack, innermost function first, says of how a lock came to be irq-unsafe. */
class IrqUseTest {

    @ParameterizedTest
    @CsvSource({
        "HARDIRQ, mark_held_locks trace_hardirqs_on _raw_spin_unlock_irq toy_go, held when hardirqs were enabled",
        "SOFTIRQ, mark_held_locks trace_hardirqs_on _raw_spin_unlock_irq toy_go, held with softirqs on when hardirqs were enabled",
        "SOFTIRQ-READ, mark_held_locks lockdep_hardirqs_on_prepare toy_go, held for reading with softirqs on when hardirqs were enabled",
        "SOFTIRQ, mark_held_locks lockdep_softirqs_on __local_bh_enable_ip toy_go, held when softirqs were enabled",
        "SOFTIRQ, mark_held_locks __local_bh_enable_ip toy_go, held when softirqs were enabled",
        "SOFTIRQ, mark_held_locks toy_go, held with softirqs on",
        "SOFTIRQ, mark_usage __lock_acquire lock_acquire _raw_spin_lock toy_go, taken with softirqs on",
        "RECLAIM_FS, mark_held_locks lockdep_trace_alloc toy_go, held with fs reclaim on"
    })
    void on(String irq, String functions, String words) {
        assertEquals(words, IrqUse.on(irq, stack(functions)));
    }

    private static List<StackFrame> stack(String functions) {
        return Arrays.stream(functions.split(" "))
                .map(function -> Symbol.frame(function + "+0x1b/0x40"))
                .toList();
    }
}
