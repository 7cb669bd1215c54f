package org.unsplat.cli;

import java.util.List;

/** The sections of manual pages that are not in the help. */
final class ManSections {

    /** A list of terms with explanations. */
    record Section(String title, List<Entry> entries) {}

    record Entry(String term, String text) {}

    private static final Entry INPUT = new Entry(
            "inputs",
            "Logs, mails and commit messages as text, or compressed with gzip, xz, zstd, bzip2 or lz4. Each file in a "
                    + "zip or tar archive is an input, called logs.zip!console.log. A directory is walked in name "
                    + "order; files that end with " + Output.PART
                    + " are skipped. All commands except parse also accept the "
                    + "output of parse, filtered by jq or not: keep it out of the log directory, or every report counts "
                    + "twice.");
    private static final Entry OUTPUT = new Entry(
            "outputs",
            "A file is written as FILE.PID" + Output.PART
                    + " and renamed when it is complete. A file "
                    + "that is replaced keeps its mode, and a link to it stays a link. If the disk is full or the run is "
                    + "interrupted, the old file stays. The next run removes what a killed run left.");
    private static final Entry BASELINE = new Entry(
            "baseline",
            "JSON, to be kept with the sources. --write-baseline creates it. Each entry names a bug by its id; give it a "
                    + "reason, and optionally an owner and an expires date (2027-01-31), after which it counts as new. "
                    + "Entries that were not seen are counted as stale, and --warn-stale lists them. KCSAN samples, so "
                    + "one run never sees all races. An id is made of lock classes and "
                    + "functions, never of addresses, numbers or tasks, so it stays the same between runs and "
                    + "builds. A bug whose reports have no id is known by kind "
                    + "and title, which is weaker, because others may share them. A damaged baseline is never taken for an "
                    + "empty one, and a bug or a member that occurs twice is an error: exit status 2. Runs that write it at "
                    + "the same time wait for each other, by a lock on FILE.lock" + Output.PART + ".");
    private static final Entry COLUMNS = new Entry(
            "COLUMNS",
            "The width of the screen if --width is not given. Without it the launchers ask the terminal; java -jar "
                    + "uses 80.");
    private static final Entry NO_COLOR =
            new Entry("NO_COLOR, TERM", "No colours if NO_COLOR is set and not empty, or if TERM is dumb.");
    private static final Entry SUMMARY = new Entry(
            "GITHUB_STEP_SUMMARY", "The summary of a GitHub step: --markdown appends here and replaces other files.");
    private static final Entry JAVA = new Entry(
            "UNSPLAT_JAVA_OPTS",
            "More options for Java; they override those of the program. java -jar does not read them.");
    private static final Entry JAVA_HOME =
            new Entry("JAVA_HOME", "The Java that the executable file runs; by default the one in PATH.");
    private static final Entry CACHE = new Entry(
            "UNSPLAT_CACHE",
            "The directory in which the executable file keeps its class archive, by default unsplat in XDG_CACHE_HOME or "
                    + "~/.cache. Java runs code from the archive, so nobody else must be able to write there.");

    private static final Section EXIT_STATUS = new Section(
            "EXIT STATUS",
            List.of(
                    new Entry(
                            "0",
                            "Done, whether or not there were reports. For check: nothing that the baseline does not know."),
                    new Entry("1", "check, and diff --fail-on-new: something new was found."),
                    new Entry(
                            "2",
                            "A usage error, an input that could not be read, or an output that could not be written. All "
                                    + "other inputs are still read."),
                    new Entry(
                            "3",
                            "parse --strict: a report is incomplete or has lines that were not understood, a headline "
                                    + "within a line was not read, an input is empty, is an archive, or is not from a kernel, "
                                    + "or symbols that were given could not be used."),
                    new Entry(
                            "125",
                            "bisect: the log does not show whether the bug is there, or any of these failures.")));

    private static final Section PROBLEMS = new Section(
            "PROBLEMS",
            List.of(
                    new Entry("missing-part", "A part that the kind always prints is not there."),
                    new Entry("missing-head", "The headline is lost; the first line that is left takes its place."),
                    new Entry("count-mismatch", "A list is shorter or longer than its heading declares."),
                    new Entry(
                            "inconsistent",
                            "Parts contradict each other: the CPU line of another task, two stacks in one, numbers out of "
                                    + "order."),
                    new Entry(
                            "lines-lost",
                            "The log says that messages were dropped, or a boot or times that run "
                                    + "backwards show it."),
                    new Entry("cut-by-report", "Another report or a crash begins before the report has ended."),
                    new Entry("cut-by-end", "The input ends before the report does."),
                    new Entry("too-long", "The report exceeds a limit, and the rest of it was left out.")));

    private static final Section DIAGNOSTICS = new Section(
            "DIAGNOSTICS",
            List.of(
                    new Entry("unreadable-input", "The input could not be opened, or not read to its end."),
                    new Entry("damaged-input", "Compressed data is cut or damaged; everything before that was read."),
                    new Entry("internal-error", "A defect of unsplat; please report it."),
                    new Entry("empty-input", "The input is empty, or a directory without files."),
                    new Entry(
                            "no-kernel-line",
                            "No line of the input looks like a kernel's, for example because it is binary."),
                    new Entry(
                            "not-unpacked",
                            "The input is an archive that is not read here: 7z, rar or cpio, or one nested too deeply. "
                                    + "Unpack it first."),
                    new Entry("limit", "The input exceeds a limit; the message names the first line that does."),
                    new Entry(
                            "headline-not-read",
                            "A headline is within a line, for example because a mailer joined lines to a paragraph, and no "
                                    + "report was read from it. Break the line before its headline, or give the log as the "
                                    + "kernel printed it. The first 20 such lines of an input are named, and the others "
                                    + "counted. Lines with a printk time, titles, subjects and patches are not examined."),
                    new Entry("symbols-unreadable", "A debug file cannot be read, or is not a debug file."),
                    new Entry(
                            "symbols-missing",
                            "There is no debug file for the kernel or a module, or it has no line information."),
                    new Entry("symbols-build-id", "A debug file belongs to another build or release than the log."),
                    new Entry(
                            "symbols-several-files",
                            "Several files may be the debug file, and none can be shown to belong to the build of the log."),
                    new Entry("symbols-tool", "The symbolizer cannot be run, ended, or gave no answer."),
                    new Entry(
                            "symbols-ambiguous",
                            "A name stands for several functions, and the log does not tell which."),
                    new Entry(
                            "symbols-not-found",
                            "A debug file has no function of the printed name and size, or the symbolizer names another "
                                    + "one there.")));

    private static final Section SYMBOLS = new Section(
            "SYMBOLS",
            List.of(
                    new Entry(
                            "--vmlinux, --debug-dir",
                            "Frames of a raw log, and the places of locks, get file, line and the functions inlined into "
                                    + "them. A file is found by its build id, in .build-id, if the log has one, else "
                                    + "by its name, in any directory below DIR; a file by name without an id is used only if "
                                    + "no file has the id of the log. The debug file of a stripped file is found by its build "
                                    + "id or its .gnu_debuglink. Files of another build than the log are not used, nor, if "
                                    + "no id decides, of another release: the banner of vmlinux and the vermagic of a "
                                    + "module are compared with that of the log. A function must have the printed name and "
                                    + "size."),
                    new Entry(
                            "--symbolizer",
                            "By default llvm-symbolizer or addr2line is used from PATH. Modules need an addr2line that was "
                                    + "built for their machine, such as aarch64-linux-gnu-addr2line. The "
                                    + "files that addr2line names are checked by the line tables, because up to binutils "
                                    + "2.40 it may name a source file instead of a header that it includes (DWARF 5). One "
                                    + "process is run for each file, and for each section of a module."),
                    new Entry(
                            "failures",
                            "What cannot be decoded stays as it is, and a warning says why. With parse --strict the exit "
                                    + "status is then 3, except for functions that are missing or not unique in a file that "
                                    + "has other functions of the log.")));

    private static final Section SELECTION = new Section(
            "SELECTION",
            List.of(
                    new Entry(
                            "--id, --kind, --report, --path",
                            "Repeated values are alternatives, and different options must all match. Reports keep the "
                                    + "ids that they have in the whole output, and --report selects by these, over all "
                                    + "inputs. If nothing matches, a line on stderr says so, and the exit status is the same."),
                    new Entry(
                            "GLOB",
                            "A path in the kernel's tree as in MAINTAINERS: * and ? match within a directory, ** also "
                                    + "across directories, and a directory with a slash at its end matches all files below it. "
                                    + "Without a slash it is the name of a file in any directory. Reports have files if the "
                                    + "log was decoded, or with --vmlinux.")));

    private ManSections() {}

    /** The sections of the page with this name. */
    static List<Section> of(String page) {
        return switch (page) {
            case "unsplat" ->
                List.of(
                        EXIT_STATUS,
                        environment(COLUMNS, NO_COLOR, SUMMARY, JAVA, JAVA_HOME, CACHE),
                        files(INPUT, OUTPUT, BASELINE));
            case "unsplat-parse" -> List.of(SELECTION, SYMBOLS, PROBLEMS, DIAGNOSTICS, files(INPUT, OUTPUT));
            case "unsplat-show" -> List.of(SELECTION, SYMBOLS, environment(COLUMNS, NO_COLOR), files(INPUT, OUTPUT));
            case "unsplat-check" -> List.of(SELECTION, SYMBOLS, environment(SUMMARY), files(INPUT, OUTPUT, BASELINE));
            case "unsplat-diff" -> List.of(SELECTION, SYMBOLS, files(INPUT));
            case "unsplat-clean" -> List.of(SELECTION, SYMBOLS, files(INPUT, OUTPUT));
            case "unsplat-graph" -> List.of(SELECTION, files(INPUT, OUTPUT));
            default -> List.of();
        };
    }

    private static Section environment(Entry... variables) {
        return new Section("ENVIRONMENT", List.of(variables));
    }

    private static Section files(Entry... files) {
        return new Section("FILES", List.of(files));
    }
}
