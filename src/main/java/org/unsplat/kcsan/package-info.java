/** The reports of the Kernel Concurrency Sanitizer (kernel/kcsan/report.c). Does not import {@code lockdep}, nor the reverse. */
package org.unsplat.kcsan;
