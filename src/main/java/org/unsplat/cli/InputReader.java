package org.unsplat.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.unsplat.input.ArchiveMembers;
import org.unsplat.input.Source;
import org.unsplat.model.Diagnostic;
import org.unsplat.model.InputInfo;
import org.unsplat.render.json.JsonReader;
import org.unsplat.render.json.MalformedJson;
import org.unsplat.render.json.ParseOutputDetector;
import org.unsplat.scan.LinePattern;
import org.unsplat.scan.Scan;

/**
 * Reads an input: a log or, where accepted, the output of {@code parse}. A failure is reported and stops no other
 * input. Stateless, as several threads share it.
 *
 * @param takesParsed whether the output of {@code parse} is taken for what it is, and not for a log
 * @param withText whether reports carry the lines they were read from
 * @param required what a line of each input must hold, null where nothing is required
 * @param parsers parse reports while the input is read on, null for the thread that reads
 */
record InputReader(boolean takesParsed, boolean withText, LinePattern required, Executor parsers) {

    /** For all commands but {@code parse}. */
    static final InputReader OF_EVERYTHING = requiring(null);

    /** For {@code parse}, which does not read its own output. */
    static InputReader ofLogs(boolean withText) {
        return new InputReader(false, withText, null, null);
    }

    /** Of everything; each log must have such a line, null where nothing is required. */
    static InputReader requiring(LinePattern line) {
        return new InputReader(true, false, line, null);
    }

    /** The same, with others that parse what it finds. */
    InputReader with(Executor others) {
        return new InputReader(takesParsed, withText, required, others);
    }

    /** Reads an input, or each file in it if it is an archive. */
    void read(Source source, InputHandler out) {
        try {
            if (source.isArchive()) {
                readMembers(ArchiveMembers.of(source), source.name(), out);
                return;
            }
        } catch (UncheckedIOException e) {
            out.diagnostic(unreadable(source.name(), e.getCause()));
            return;
        }
        readLog(source, out);
    }

    private void readMembers(ArchiveMembers members, String name, InputHandler out) {
        for (var member = members.next(); member != null; member = members.next()) {
            read(member, out);
        }
        if (members.failure() != null) {
            out.diagnostic(error("damaged-input", name, members.failure()));
        } else if (members.isEmpty()) {
            out.diagnostic(empty(name, "is an archive without files: see that the run put its log there"));
        }
    }

    private void readLog(Source source, InputHandler out) {
        var inputs = new ArrayList<InputInfo>();
        try {
            if (takesParsed && ParseOutputDetector.is(source.start())) {
                readParsed(source, out, inputs);
            } else {
                scan(new Scan(source, withText, required, parsers), out, inputs);
            }
        } catch (OutputException e) {
            throw e;
        } catch (MalformedJson e) {
            out.diagnostic(new Diagnostic("error", "unreadable-input", source.name(), null, e.getMessage()));
        } catch (UncheckedIOException e) {
            out.diagnostic(unreadable(source.name(), e.getCause()));
        } catch (RuntimeException | StackOverflowError e) {
            out.diagnostic(error(
                    "internal-error", source.name(), "internal error: " + e + ": please report it, with the input"));
        }
        if (source.failure() != null) {
            out.diagnostic(error("damaged-input", source.name(), source.failure()));
        }
        for (var input : inputs) {
            out.input(input);
        }
    }

    private void readParsed(Source source, InputHandler out, List<InputInfo> inputs) {
        if (required != null) {
            out.diagnostic(error(
                    "required-line-missing",
                    source.name(),
                    "is output of parse, which has no lines for --require: give the log itself"));
        }
        var reader = new JsonReader(source.stream(), source.name());
        try {
            reader.forEachRemaining(out::report);
        } finally {
            inputs.addAll(reader.inputs());
        }
        reader.diagnostics().stream()
                .filter(diagnostic -> diagnostic.level().equals("error"))
                .forEach(out::diagnostic);
        if (reader.isCut()) {
            out.diagnostic(
                    error("cut-input", source.name(), "lacks the summary that is its last line: write it again"));
        }
    }

    private static void scan(Scan scan, InputHandler out, List<InputInfo> inputs) {
        try {
            while (scan.hasNext()) {
                out.report(scan.next());
            }
        } finally {
            scan.diagnostics().forEach(out::diagnostic);
            inputs.add(scan.info());
        }
    }

    /** What there is to say of an input that could not be opened or read on. */
    static Diagnostic unreadable(String name, IOException reason) {
        return error(
                "unreadable-input", name, "cannot be read: " + IoErrors.of(reason) + ": " + IoErrors.remedy(reason));
    }

    /** A directory without any entry: whatever should have written there did not. */
    static Diagnostic emptyDirectory(String name) {
        return empty(name, "is an empty directory: see that the run wrote its log there");
    }

    private static Diagnostic empty(String name, String message) {
        return new Diagnostic("warning", Diagnostic.EMPTY_INPUT, name, null, shown(name) + ": " + message);
    }

    private static String shown(String name) {
        return name.equals("-") ? "stdin" : name;
    }

    private static Diagnostic error(String code, String input, String message) {
        return new Diagnostic("error", code, input, null, shown(input) + ": " + message);
    }
}
