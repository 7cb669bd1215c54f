package org.unsplat.symbols.tool;

/**
 * One function that an address lies in, and the line in it.
 *
 * @param function as the debug information names it, without a compiler's suffix; null where the tool does not know it
 * @param file null where the tool does not know it
 * @param line null where the tool does not know it
 */
public record SourceLine(String function, String file, Integer line) {}
