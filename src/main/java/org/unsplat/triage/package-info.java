/**
 * What makes two reports the same: their titles and what compares them. Imports {@code model}, {@code Regex} and
 * {@code LineCache} from {@code classify}, and the check of wait contexts from {@code lockdep}.
 */
package org.unsplat.triage;
