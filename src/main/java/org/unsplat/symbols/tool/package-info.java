/**
 * Runs the program that finds the lines of a debug file, {@code llvm-symbolizer} or GNU {@code addr2line}: one process for each
 * file answers one address after the other. The user names it, or it is found on PATH; an input never names it.
 */
package org.unsplat.symbols.tool;
