package org.unsplat.cli;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sections of manual pages that are not in the help, as {@code man.txt} has them. */
final class ManSections {

    /** A list of terms with explanations. */
    record Section(String title, List<Entry> entries) {}

    record Entry(String term, String text) {}

    private final Map<String, List<Entry>> sections = new HashMap<>();

    /** Reads titles behind {@code #}, terms, and below each term the indented lines of its text. */
    private ManSections() {
        var stream = ManSections.class.getResourceAsStream("man.txt");
        var entries = new ArrayList<Entry>();
        var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)).lines();
        for (var line : (Iterable<String>) lines::iterator) {
            if (line.startsWith("# ")) {
                entries = new ArrayList<>();
                sections.put(line.substring(2), entries);
            } else if (line.startsWith(" ")) {
                var last = entries.remove(entries.size() - 1);
                entries.add(new Entry(last.term(), (last.text() + " " + line.strip()).strip()));
            } else if (!line.isEmpty()) {
                entries.add(new Entry(line, ""));
            }
        }
    }

    /** The sections of the page with this name. */
    static List<Section> of(String page) {
        var all = new ManSections();
        var selection = all.section("SELECTION");
        var symbols = all.section("SYMBOLS");
        var files = all.section("FILES", "inputs", "outputs");
        return switch (page) {
            case "unsplat" -> List.of(all.section("EXIT STATUS"), all.section("ENVIRONMENT"), all.section("FILES"));
            case "unsplat-parse" ->
                List.of(selection, symbols, all.section("PROBLEMS"), all.section("DIAGNOSTICS"), files);
            case "unsplat-show" ->
                List.of(selection, symbols, all.section("ENVIRONMENT", "COLUMNS", "NO_COLOR, TERM"), files);
            case "unsplat-check" ->
                List.of(selection, symbols, all.section("ENVIRONMENT", "GITHUB_STEP_SUMMARY"), all.section("FILES"));
            case "unsplat-diff" -> List.of(selection, symbols, all.section("FILES", "inputs"));
            case "unsplat-clean" -> List.of(selection, symbols, files);
            case "unsplat-graph" -> List.of(selection, files);
            default -> List.of();
        };
    }

    /** A section with some of its entries, or with all of them if none is named. */
    private Section section(String title, String... terms) {
        var named = List.of(terms);
        return new Section(
                title,
                sections.get(title).stream()
                        .filter(entry -> named.isEmpty() || named.contains(entry.term()))
                        .toList());
    }
}
