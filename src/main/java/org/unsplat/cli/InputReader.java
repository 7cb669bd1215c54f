package org.unsplat.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.unsplat.input.Source;
import org.unsplat.model.Diagnostic;
import org.unsplat.model.InputInfo;
import org.unsplat.model.Report;
import org.unsplat.render.json.JsonReader;
import org.unsplat.render.json.MalformedJson;
import org.unsplat.render.json.ParseOutputDetector;
import org.unsplat.scan.InputLogs;
import org.unsplat.scan.LinePattern;
import org.unsplat.scan.Scan;

/**
 * Reads an input: a log or, where accepted, the output of {@code parse}. A failure is reported and does not stop other inputs.
 * It is stateless, because several threads share it.
 *
 * @param takesParsed whether the output of {@code parse} is recognized, and not read as a log
 * @param withText whether reports carry the lines they were read from
 * @param required what a line of each log must match, null if nothing is required
 * @param parsers run the parsing of reports while the input is read further; null if one thread does everything
 */
record InputReader(boolean takesParsed, boolean withText, LinePattern required, Executor parsers) {

    /** For all commands except {@code parse}. */
    static final InputReader OF_EVERYTHING = requiring(null, false);

    /** For {@code parse}, which does not accept its own output. */
    static InputReader ofLogs(boolean withText) {
        return new InputReader(false, withText, null, null);
    }

    /** For the page, which also shows the lines of reports. */
    static final InputReader OF_EVERYTHING_WITH_TEXT = requiring(null, true);

    /** For all kinds of input; a line of each log must match, unless {@code line} is null. */
    static InputReader requiring(LinePattern line, boolean withText) {
        return new InputReader(true, withText, line, null);
    }

    /** The same with these threads for parsing. */
    InputReader with(Executor others) {
        return new InputReader(takesParsed, withText, required, others);
    }

    /** Reads an input or, if it is an archive, each file in it. */
    void read(Source source, InputHandler out) {
        var logs = new InputLogs(source);
        var summed = new SummingHandler(logs, out);
        try {
            for (var log = logs.next(); log != null; log = logs.next()) {
                readLog(log, summed);
            }
        } catch (OutputException e) {
            throw e;
        } catch (UncheckedIOException e) {
            out.diagnostic(unreadable(source.name(), e.getCause()));
        }
        for (var diagnostic : logs.diagnostics()) {
            out.diagnostic(diagnostic);
        }
    }

    /** Passes on everything except diagnostics that are summed up for the files of an archive. */
    private record SummingHandler(InputLogs logs, InputHandler out) implements InputHandler {

        @Override
        public void report(Report report) {
            out.report(report);
        }

        @Override
        public void input(InputInfo input) {
            out.input(input);
        }

        @Override
        public void diagnostic(Diagnostic diagnostic) {
            if (!logs.keeps(diagnostic)) {
                out.diagnostic(diagnostic);
            }
        }

        @Override
        public boolean isCurrent() {
            return out.isCurrent();
        }
    }

    private void readLog(Source source, InputHandler out) {
        var inputs = new ArrayList<InputInfo>();
        try {
            var isParsed = ParseOutputDetector.is(source.start());
            if (takesParsed && isParsed) {
                readParsed(source, out, inputs);
            } else {
                if (parsers != null) {
                    source.readAhead(new DaemonThreads("unsplat-read-ahead"));
                }
                scan(new Scan(source, withText, required, parsers), isParsed, out, inputs);
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

    private static void scan(Scan scan, boolean isParsed, InputHandler out, List<InputInfo> inputs) {
        try {
            while (scan.hasNext()) {
                out.report(scan.next());
            }
        } finally {
            for (var each : scan.diagnostics()) {
                out.diagnostic(isParsed ? ofParsed(each) : each);
            }
            inputs.add(scan.info());
        }
    }

    private static Diagnostic ofParsed(Diagnostic diagnostic) {
        return !diagnostic.code().equals(Diagnostic.NO_KERNEL_LINE)
                ? diagnostic
                : new Diagnostic(
                        diagnostic.level(),
                        diagnostic.code(),
                        diagnostic.input(),
                        null,
                        shown(diagnostic.input())
                                + ": is output of parse, which reads only logs: read it with jq or another command");
    }

    /** The diagnostic for an input that could not be opened, or not read to its end. */
    static Diagnostic unreadable(String name, IOException reason) {
        return error(
                "unreadable-input", name, "cannot be read: " + IoErrors.of(reason) + ": " + IoErrors.remedy(reason));
    }

    /** The diagnostic for an empty directory: whatever should have written a log there did not. */
    static Diagnostic emptyDirectory(String name) {
        return new Diagnostic(
                "warning",
                Diagnostic.EMPTY_INPUT,
                name,
                null,
                name + ": is an empty directory: check that the run wrote its log there");
    }

    private static String shown(String name) {
        return name.equals("-") ? "stdin" : name;
    }

    private static Diagnostic error(String code, String input, String message) {
        return new Diagnostic("error", code, input, null, shown(input) + ": " + message);
    }
}
