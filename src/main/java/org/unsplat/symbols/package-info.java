/**
 * File, line and inlined functions for the frames of reports whose log was not decoded, from the debug files of the
 * kernel. {@link org.unsplat.symbols.Symbols} turns a finished report into one with places; what reads logs knows nothing of
 * it. Symbols are read here ({@code elf}), lines by a program of the user's ({@code tool}).
 *
 * <p>A wrong line is worse than none: a frame gets one only if the file has a function of the printed name and size, the
 * build ids agree where both are known, and the program names that same function.
 */
package org.unsplat.symbols;
