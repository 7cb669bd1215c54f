package org.unsplat.symbols;

/** The meaning of the address that a printed {@code function+offset} stands for. */
enum AddressKind {

    /**
     * The return address of a call, which is the instruction after it; the call itself ends one byte before. If the call is the
     * last code of a line, the instruction after it belongs to the next line, and after a call that never returns to the next
     * function.
     *
     * <ul>
     * <li>Frames of a stack, because unwinders store what {@code call} pushed. KCSAN's stacks come from
     *     {@code stack_trace_save()} without its own frames, so the first frame is the return address of {@code __tsan_read8()} or
     *     the like; a reordered access has the {@code _RET_IP_} that {@code check_access()} got there.
     * <li>Places of locks ({@code at:}). {@code held_lock.acquire_ip} is the {@code ip} of {@code lock_acquire()}, for which
     *     {@code spin_acquire()} and the like pass {@code _RET_IP_}. Only {@code rcu_lock_acquire()} and
     *     {@code lock_map_acquire()} pass {@code _THIS_IP_}, a label within the statement. A report does not distinguish the two,
     *     but the byte before the label mostly belongs to the same line: it does at each such place of a 6.12 kernel.
     * <li>The irq trace: {@code trace_hardirqs_off()} stores {@code CALLER_ADDR0}.
     * </ul>
     *
     * <p>The interrupted instruction of an interrupt is in stored stacks too and looks the same. One byte less is the instruction
     * before it, which mostly belongs to the same line.
     */
    RETURN,

    /** The address of an instruction: {@code RIP:} and the like, the place of a WARN, a frame that arm64 marks with {@code P}. */
    EXACT
}
