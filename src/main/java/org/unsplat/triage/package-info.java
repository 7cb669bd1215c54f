/**
 * What makes two reports the same: their titles and what compares them. Imports {@code model}, and of {@code grammar}
 * what is quick about text.
 */
package org.unsplat.triage;
