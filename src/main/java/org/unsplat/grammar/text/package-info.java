/**
 * Tools for pieces: a position in lines, canonical text, numbers, and what depends on the kernel version.
 */
package org.unsplat.grammar.text;
