package org.unsplat.scan;

import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unsplat.input.ArchiveMembers;
import org.unsplat.input.Source;
import org.unsplat.model.Diagnostic;

/**
 * The logs of an input: the input itself or, for an archive, each file in it and in nested archives, in their order. It also
 * keeps the diagnostics about archives, and sums up those that many of their files share.
 */
public final class InputLogs {

    /** The message about several files with the same diagnostic, by its code. */
    private static final Map<String, String> OF_MANY = Map.of(
            Diagnostic.NO_KERNEL_LINE,
            "of its files have no line that looks like a kernel's, and show nothing of a run",
            Diagnostic.EMPTY_INPUT,
            "of its files are empty",
            Diagnostic.NOT_UNPACKED,
            "of its files are archives that are not unpacked");

    private final Source input;
    private final ArrayDeque<ArchiveMembers> open = new ArrayDeque<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Map<String, Diagnostic> first = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private boolean begun;

    public InputLogs(Source input) {
        this.input = input;
    }

    /**
     * The next log, null after the last one.
     *
     * @throws UncheckedIOException if the input cannot be read
     */
    public Source next() {
        if (!begun) {
            begun = true;
            if (!input.isArchive()) {
                return input;
            }
            open.push(ArchiveMembers.of(input));
        }
        while (!open.isEmpty()) {
            var member = open.peek().next();
            if (member == null) {
                end(open.pop());
            } else if (member.isArchive()) {
                open.push(ArchiveMembers.of(member));
            } else {
                return member;
            }
        }
        return null;
    }

    private void end(ArchiveMembers archive) {
        if (archive.failure() != null) {
            diagnostics.add(diagnostic("error", "damaged-input", archive.name(), archive.failure()));
        } else if (archive.isEmpty()) {
            diagnostics.add(diagnostic(
                    "warning",
                    Diagnostic.EMPTY_INPUT,
                    archive.name(),
                    "is an archive without files: check that the run put its log there"));
        }
    }

    /** Whether the diagnostic of a log is kept for a sum, and must not be printed by itself. */
    public boolean keeps(Diagnostic diagnostic) {
        if (open.isEmpty() || !OF_MANY.containsKey(diagnostic.code())) {
            return false;
        }
        first.putIfAbsent(diagnostic.code(), diagnostic);
        counts.merge(diagnostic.code(), 1, Integer::sum);
        return true;
    }

    /** The diagnostics about archives, and the sums of those of their files; complete after the last log. */
    public List<Diagnostic> diagnostics() {
        var all = new ArrayList<>(diagnostics);
        for (var each : counts.entrySet()) {
            var code = each.getKey();
            all.add(each.getValue() == 1 ? first.get(code) : sum(code, each.getValue()));
        }
        return all;
    }

    private Diagnostic sum(String code, int count) {
        return diagnostic(
                "warning",
                code,
                input.name(),
                count + " " + OF_MANY.get(code) + ", the first of them "
                        + first.get(code).input());
    }

    private static Diagnostic diagnostic(String level, String code, String name, String message) {
        return new Diagnostic(level, code, name, null, (name.equals("-") ? "stdin" : name) + ": " + message);
    }
}
