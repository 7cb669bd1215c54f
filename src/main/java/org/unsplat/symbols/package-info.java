/**
 * File, line and inlined functions for the frames of reports from raw logs, from the kernel's debug files.
 * {@link org.unsplat.symbols.Symbols} adds places to a finished report; the code that reads logs does not depend on it. Symbols
 * are read here ({@code elf}), lines by a program of the user ({@code tool}).
 *
 * <p>A wrong line is worse than none: a frame gets one only if the file has a function of the printed name and size, if the
 * build ids agree where both are known, and if the program names that same function.
 */
package org.unsplat.symbols;
