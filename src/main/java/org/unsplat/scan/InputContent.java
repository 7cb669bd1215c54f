package org.unsplat.scan;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.input.Line;
import org.unsplat.input.Source;
import org.unsplat.model.Diagnostic;

/**
 * Whether an input can be the log of a run: it is not empty, it is no archive, and a kernel printed some of its lines. Otherwise
 * the absence of reports proves nothing.
 */
final class InputContent {

    private static final List<String> KERNEL_STARTS = List.of(
            "Linux version ", "Kernel command line: ", "Kernel panic", "Call Trace:", "Modules linked in:", "CPU: ");

    /** The number of lines in which a kernel line is looked for; later lines may be skipped, so that nobody can tell. */
    private static final int LOOKED_AT = 1_000_000;

    /** The largest length of a prefix. Lines share a raw line, possibly thousands of them. */
    private static final int PREFIX = 300;

    private final Source source;
    private final LinePattern required;
    private boolean kernelSeen;
    private boolean requiredSeen;
    private boolean tooSlow;

    /** @param required what a line of the log must match, null if nothing is required */
    InputContent(Source source, LinePattern required) {
        this.source = source;
        this.required = required;
        this.requiredSeen = required == null;
    }

    /** Whether lines may be skipped unread; not while one of them may be the required line. */
    boolean maySkip() {
        return requiredSeen && (kernelSeen || source.lines() > LOOKED_AT);
    }

    /** Notes a line of the log. */
    void see(Line line) {
        kernelSeen = kernelSeen || isKernelLine(line);
        if (!requiredSeen) {
            var answer = required.findIn(line.text());
            requiredSeen = answer == LinePattern.Answer.YES;
            tooSlow |= answer == LinePattern.Answer.TOO_SLOW;
        }
    }

    private static boolean isKernelLine(Line line) {
        var text = line.stripped();
        return line.time() != null
                || line.caller() != null
                || line.raw().lastIndexOf(" kernel: ", PREFIX) >= 0
                || text.contains("+0x") && text.contains("/0x")
                || UnreadHeadlines.isInside(text)
                || KERNEL_STARTS.stream().anyMatch(text::startsWith);
    }

    /**
     * The diagnostics about what the input lacks, after all of it was read.
     *
     * @param reports the number of reports found in it
     */
    List<Diagnostic> lacks(int reports) {
        var lacks = new ArrayList<Diagnostic>();
        var archive = source.archive();
        if (archive != null) {
            lacks.add(lack(
                    "warning",
                    Diagnostic.NOT_UNPACKED,
                    "is " + archive.words() + ", which is not unpacked: unpack it first"));
        } else if (source.bytes() == 0 && source.failure() == null) {
            lacks.add(lack("warning", Diagnostic.EMPTY_INPUT, "is empty: check that the run wrote its log there"));
        } else if (!kernelSeen && reports == 0 && source.failure() == null && source.lines() <= LOOKED_AT) {
            lacks.add(lack(
                    "warning",
                    Diagnostic.NO_KERNEL_LINE,
                    "no line looks like a kernel's, so it shows nothing of a run: give the console's log"));
        }
        if (!requiredSeen) {
            lacks.add(lack("error", "required-line-missing", missing()));
        }
        return lacks;
    }

    private String missing() {
        return "no line matches --require '" + required + "'"
                + (!tooSlow
                        ? ": the run did not get that far, or give the expression of another line"
                        : "; some lines took too many steps to compare: simplify the expression");
    }

    private Diagnostic lack(String level, String code, String message) {
        var name = source.name().equals("-") ? "stdin" : source.name();
        return new Diagnostic(level, code, source.name(), null, name + ": " + message);
    }
}
