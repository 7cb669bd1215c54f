package org.unsplat.symbols;

/** What the address behind a printed {@code function+offset} is. */
enum AddressKind {

    /**
     * Where a call returns to, the instruction behind it: the call itself ends one byte before. That behind the last call
     * of a line belongs to the next line, and behind a call that never returns to the next function.
     *
     * <ul>
     * <li>Frames of a stack. The unwinders store what {@code call} pushed. KCSAN's are of {@code stack_trace_save()}, cut
     *     behind its own, so that the first one is where {@code __tsan_read8()} or one of its kin returns to; a reordered
     *     access tells the {@code _RET_IP_} that {@code check_access()} got from there.
     * <li>Places of locks ({@code at:}). {@code held_lock.acquire_ip} is the {@code ip} of {@code lock_acquire()}, for which
     *     {@code spin_acquire()} and its kin give {@code _RET_IP_}. Only {@code rcu_lock_acquire()} and
     *     {@code lock_map_acquire()} give {@code _THIS_IP_}, a label within the statement. Nothing in a report tells the two
     *     apart, and the byte before the label mostly is of the same line: it was in each such place of a 6.12 kernel.
     * <li>The irq trace: {@code trace_hardirqs_off()} keeps {@code CALLER_ADDR0}.
     * </ul>
     *
     * <p>The instruction that an interrupt hit stands in stored stacks, too, and looks no different. One less names the
     * instruction before it, which mostly is of the same line.
     */
    RETURN,

    /** An instruction: {@code RIP:} and its kin, the place of a WARN, a frame that arm64 marks with {@code P}. */
    EXACT
}
