/**
 * What makes two reports the same: their titles and what compares them. Imports {@code model}, of {@code grammar}
 * what is quick about text, and of {@code lockdep} the check of wait contexts.
 */
package org.unsplat.triage;
