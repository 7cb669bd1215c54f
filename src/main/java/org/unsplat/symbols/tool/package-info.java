/**
 * The program that knows the lines of a debug file: {@code llvm-symbolizer} or GNU {@code addr2line}, one process for each
 * file, which is asked for one address after the other. The user names it, or it is found on PATH; an input never does.
 */
package org.unsplat.symbols.tool;
