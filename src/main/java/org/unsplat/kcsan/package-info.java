/** The Kernel Concurrency Sanitizer's reports (kernel/kcsan/report.c). Never meets {@code lockdep}. */
package org.unsplat.kcsan;
