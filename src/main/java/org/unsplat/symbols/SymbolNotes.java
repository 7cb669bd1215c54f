package org.unsplat.symbols;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unsplat.model.Diagnostic;
import org.unsplat.model.Report;

/**
 * What kept frames from having places, as diagnostics: each fault of a file once, with the report that first met it, and
 * the functions that a file does not have once for each input.
 */
final class SymbolNotes {

    private static final int EXAMPLES = 3;
    /** Beyond so many no more are told: a log may name any number of modules and functions. */
    private static final int MOST = 10_000;

    private final List<Diagnostic> open = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private final Map<Doubted, Set<String>> doubted = new LinkedHashMap<>();
    private final Set<Used> used = new HashSet<>();
    private String input;
    private int line;

    private record Used(String input, String file) {}

    private record Doubted(String input, String file, Answer.Doubt doubt) {}

    /** What follows is of this report. */
    void begin(Report report) {
        input = report.where().input();
        line = report.where().first();
    }

    /** A frame has a place by the file, or would have one. */
    void addFound(DebugFile file) {
        used.add(new Used(input, file.name()));
    }

    /** Why there is no file. */
    void add(FileOrReason none) {
        tell(none.code(), none.message());
    }

    /** Why a frame has no place though there is a file. */
    void add(DebugFile file, FrameQuery query, Answer.Doubt doubt) {
        if (doubt == Answer.Doubt.NO_TOOL || file.failure() != null) {
            // Then what the file has is not known
            addFound(file);
            tell(Diagnostic.SYMBOLS_TOOL, file.name() + ": " + file.failure() + ": the frames in it have no lines");
        } else if (doubt != Answer.Doubt.NONE) {
            var places = doubted.computeIfAbsent(new Doubted(input, file.name(), doubt), any -> new HashSet<>());
            if (places.size() < MOST) {
                places.add(query.toString());
            }
        }
    }

    /** A fault of ours. */
    void addInternal(RuntimeException e) {
        tell("error", "internal-error", "internal error: " + e + ": please report it, with the input");
    }

    private void tell(String code, String message) {
        tell("warning", code, message);
    }

    private void tell(String level, String code, String message) {
        if (told.size() < MOST && told.add(message)) {
            open.add(new Diagnostic(level, code, input, line, name(input) + ":" + line + ": " + message));
        }
    }

    private static String name(String input) {
        return input.equals("-") ? "stdin" : input;
    }

    /** All that was noted since this was last asked. */
    List<Diagnostic> drain() {
        var all = new ArrayList<>(open);
        doubted.forEach((where, places) -> all.add(counted(where, places)));
        open.clear();
        doubted.clear();
        used.clear();
        return all;
    }

    private Diagnostic counted(Doubted where, Set<String> places) {
        var examples =
                String.join(", ", places.stream().sorted().limit(EXAMPLES).toList())
                        + (places.size() > EXAMPLES ? ", ..." : "");
        var count = places.size() + (places.size() == 1 ? " place has" : " places have") + " no line: ";
        // One that has no place of a log at all is of no use for it, whatever it is
        boolean useless = !used.contains(new Used(where.input(), where.file()));
        return new Diagnostic(
                "warning",
                code(where.doubt(), useless),
                where.input(),
                null,
                name(where.input()) + ": " + count + examples + ": " + why(where, useless));
    }

    private static String why(Doubted where, boolean useless) {
        return switch (where.doubt()) {
            case SEVERAL -> where.file() + " has several functions of that name and size, and their lines differ";
            case OTHER -> "the symbolizer names another function of " + where.file() + " there, or no line";
            default ->
                where.file() + " has no function of that name and size" + (useless ? ", and no other of this log" : "")
                        + ": see that it is of the same build";
        };
    }

    private static String code(Answer.Doubt doubt, boolean useless) {
        return switch (doubt) {
            case SEVERAL -> Diagnostic.SYMBOLS_AMBIGUOUS;
            case OTHER -> useless ? Diagnostic.SYMBOLS_TOOL : Diagnostic.SYMBOLS_NOT_FOUND;
            default -> useless ? Diagnostic.SYMBOLS_BUILD_ID : Diagnostic.SYMBOLS_NOT_FOUND;
        };
    }
}
