package org.unsplat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.unsplat.symbols.SymbolSettings;
import org.unsplat.symbols.Symbols;
import picocli.CommandLine.Model.OptionSpec;

/** The options for the debug files of the kernel and the program that reads them. */
final class SymbolOptions {

    private static final int SECONDS = 60;

    private final Command command;
    private final OptionSpec vmlinux;
    private final OptionSpec debugDirs;
    private final OptionSpec symbolizer;
    private final OptionSpec timeout;

    SymbolOptions(Command command) {
        this.command = command;
        vmlinux = command.option(
                "--vmlinux",
                "FILE",
                Path.class,
                "Add file, line and inlined functions to frames, from this vmlinux with debug information. It must be"
                        + " of the build that printed the log.");
        debugDirs = command.option(Command.list(
                "--debug-dir",
                "DIR",
                Path.class,
                "Search DIR for debug files: NAME.ko of a module NAME, vmlinux or vmlinux-RELEASE if --vmlinux"
                        + " is not given (also .debug, .gz, .xz and .zst), and .build-id. Packages of distributions"
                        + " (dbg, dbgsym, debuginfo) install them in /usr/lib/debug. May be repeated."));
        symbolizer = command.option(
                "--symbolizer",
                "PROGRAM",
                String.class,
                "llvm-symbolizer or addr2line, by default the first of them on PATH; modules need"
                        + " addr2line, those of another machine its own, such as aarch64-linux-gnu-addr2line.");
        timeout = command.option(
                "--symbolizer-timeout",
                "SECONDS",
                Integer.class,
                "How long to wait for an answer of the symbolizer, by default " + SECONDS + ".");
    }

    /** Opens the given symbols, or none; a usage error if the options contradict each other. */
    Symbolization open() {
        Path kernel = vmlinux.getValue();
        List<Path> dirs = debugDirs.getValue();
        String program = symbolizer.getValue();
        Integer seconds = timeout.getValue();
        if (seconds != null && seconds < 1) {
            throw command.usageError("--symbolizer-timeout: expected 1 or more, found " + seconds);
        }
        // An empty path, from an unset variable, would be the working directory
        if (dirs.contains(Path.of(""))) {
            throw command.usageError("--debug-dir: expected a directory, found ''");
        }
        if (kernel == null && dirs.isEmpty()) {
            if (program != null || seconds != null) {
                throw command.usageError((program == null ? "--symbolizer-timeout" : "--symbolizer")
                        + ": also give --vmlinux or --debug-dir");
            }
            return Symbolization.NONE;
        }
        try {
            return new Symbolization(new Symbols(new SymbolSettings(
                    kernel,
                    dirs,
                    program,
                    Objects.requireNonNullElse(System.getenv("PATH"), ""),
                    Duration.ofSeconds(seconds == null ? SECONDS : seconds),
                    Path.of(System.getProperty("java.io.tmpdir")))));
        } catch (IOException e) {
            throw new CommandException(e.getMessage());
        }
    }
}
