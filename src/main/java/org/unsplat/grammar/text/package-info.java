/**
 * Tools for pieces: a position in lines, the canonical text as it grows, numbers, and what the kernel version decides.
 */
package org.unsplat.grammar.text;
