/**
 * What makes two reports the same: titles and fingerprints. Imports {@code model, classify, demangle}, the frame roles of
 * {@code grammar}, and the check of wait contexts of {@code lockdep}.
 */
package org.unsplat.triage;
