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
 * Collects the reasons why frames have no places, as diagnostics: each problem of a file once, with the report that first had
 * it, and the functions that a file lacks once for each input.
 */
final class SymbolNotes {

    private static final int EXAMPLES = 3;
    /** The largest number of notes, because a log may name any number of modules and functions. */
    private static final int MOST = 10_000;

    private final List<Diagnostic> open = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private final Map<Doubted, Set<String>> doubted = new LinkedHashMap<>();
    private final Set<Used> used = new HashSet<>();
    private String input;
    private int line;

    private record Used(String input, String file) {}

    private record Doubted(String input, String file, FrameAnswer.Doubt doubt) {}

    /** Notes that what follows is about this report. */
    void begin(Report report) {
        input = report.where().input();
        line = report.where().first();
    }

    /** Notes that the file gave a place, or could give one. */
    void addFound(DebugFile file) {
        used.add(new Used(input, file.name()));
    }

    /** Notes why there is no file. */
    void add(FileSearchResult none) {
        tell(none.code(), none.message());
    }

    /** Notes why a frame has no place although there is a file. */
    void add(DebugFile file, FrameQuery query, FrameAnswer.Doubt doubt) {
        if (doubt == FrameAnswer.Doubt.NO_TOOL || file.failure() != null) {
            // Without the tool it is unknown what the file has
            addFound(file);
            tell(Diagnostic.SYMBOLS_TOOL, file.name() + ": " + file.failure() + ": the frames in it have no lines");
        } else if (doubt != FrameAnswer.Doubt.NONE) {
            var places = doubted.computeIfAbsent(new Doubted(input, file.name(), doubt), any -> new HashSet<>());
            if (places.size() < MOST) {
                places.add(query.toString());
            }
        }
    }

    /** Notes a defect of this program. */
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

    /** Returns and forgets all notes. */
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
        // A file without a single place in the log is useless for it, whatever the reason
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
                        + ": check that it is of the same build";
        };
    }

    private static String code(FrameAnswer.Doubt doubt, boolean useless) {
        return switch (doubt) {
            case SEVERAL -> Diagnostic.SYMBOLS_AMBIGUOUS;
            case OTHER -> useless ? Diagnostic.SYMBOLS_TOOL : Diagnostic.SYMBOLS_NOT_FOUND;
            default -> useless ? Diagnostic.SYMBOLS_BUILD_ID : Diagnostic.SYMBOLS_NOT_FOUND;
        };
    }
}
