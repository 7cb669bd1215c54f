/** What makes two reports the same: their titles and what compares them. Imports {@code model} alone. */
package org.unsplat.triage;
