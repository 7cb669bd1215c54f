/** The reports of lockdep (kernel/locking/lockdep.c), one file for each kind. Does not import {@code kcsan}, nor the reverse. */
package org.unsplat.lockdep;
