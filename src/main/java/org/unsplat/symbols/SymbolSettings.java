package org.unsplat.symbols;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The debug files and the symbolizer that the user gave.
 *
 * @param vmlinux the file of the kernel, or null
 * @param debugDirs directories with debug files of the kernel and of modules
 * @param symbolizer the program that finds lines, null to search {@code searchPath} for one
 * @param searchPath directories in the format of PATH
 * @param timeout the time to wait for an answer of that program
 * @param temporary the directory in which a directory for unpacked files is created
 */
public record SymbolSettings(
        Path vmlinux, List<Path> debugDirs, String symbolizer, String searchPath, Duration timeout, Path temporary) {}
