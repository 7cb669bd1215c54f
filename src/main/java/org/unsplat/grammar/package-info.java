/** Pieces of kernel text, each described once, in both directions. Imports {@code model} and {@code input}. */
package org.unsplat.grammar;
