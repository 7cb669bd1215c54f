package org.unsplat.input.quiet;

/**
 * The state of the log that decides which lines matter.
 *
 * @param lockdepOff whether lockdep is off so far: lines that turn it off matter only if it is on, and the reverse
 * @param realTime whether the kernel that booted last has PREEMPT_RT; then every boot matters
 */
record Rules(boolean lockdepOff, boolean realTime) {}
