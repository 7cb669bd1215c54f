/** Lockdep's reports (kernel/locking/lockdep.c), one file for each kind. Never meets {@code kcsan}. */
package org.unsplat.lockdep;
