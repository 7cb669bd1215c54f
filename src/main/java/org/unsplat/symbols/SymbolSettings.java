package org.unsplat.symbols;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Where the user's symbols are.
 *
 * @param vmlinux the kernel's file, null where none was given
 * @param debugDirs folders with debug files of the kernel and of modules
 * @param symbolizer the program that reads lines, null for one that is on {@code searchPath}
 * @param searchPath folders as PATH lists them
 * @param timeout how long to wait for one answer of that program
 * @param temporary the folder in which a folder for unpacked files is made
 */
public record SymbolSettings(
        Path vmlinux, List<Path> debugDirs, String symbolizer, String searchPath, Duration timeout, Path temporary) {}
