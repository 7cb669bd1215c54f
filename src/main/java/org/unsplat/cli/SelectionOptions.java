package org.unsplat.cli;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.triage.IdPrefix;
import org.unsplat.triage.PathGlob;
import org.unsplat.triage.Selection;
import picocli.CommandLine.Model.OptionSpec;

/** The options that select reports. */
final class SelectionOptions {

    private final Command command;
    private final OptionSpec ids;
    private final KindOptions kinds;
    private final OptionSpec reports;
    private final OptionSpec paths;

    SelectionOptions(Command command) {
        this.command = command;
        ids = list(
                "--id",
                "PREFIX",
                "",
                "Select the reports with an id that begins like this: 0d6539a1, or \"site/1 0d6539a1\"."
                        + " Repeated values are alternatives; different options must all match.");
        kinds = new KindOptions(command);
        reports = list("--report", "rN", ",", "Select the reports with these ids, as numbered in the whole output.");
        paths = list(
                "--path",
                "GLOB",
                "",
                "Select the reports with a frame in a matching file: net/ipv4/, \"fs/*/super.c\", \"*.rs\".");
    }

    private OptionSpec list(String name, String label, String separator, String description) {
        return command.option(
                Command.list(name, label, String.class, description).splitRegex(separator));
    }

    KindOptions kinds() {
        return kinds;
    }

    /** The selection; a usage error if no report can match it. */
    Selection selection() {
        kinds.requireKnown();
        var prefixes = new ArrayList<IdPrefix>();
        for (var id : values(ids)) {
            prefixes.add(command.idPrefix(id));
        }
        for (var report : values(reports)) {
            if (!report.matches("r[1-9]\\d{0,9}")) {
                throw command.usageError("--report: expected r1, r2, ..., found '" + report + "'");
            }
        }
        var globs = new ArrayList<PathGlob>();
        for (var path : values(paths)) {
            globs.add(new PathGlob(path));
        }
        return new Selection(prefixes, kinds::include, values(reports), globs);
    }

    /** Tells the user if a selection was made and no report of these runs matches it, which is mostly a mistake. */
    void tellIfNone(List<SelectedReports> runs, Streams streams) {
        var given = given();
        if (given.isEmpty()) {
            return;
        }
        var read = runs.stream().mapToInt(SelectedReports::read).sum();
        var names = !values(ids).isEmpty() || !values(reports).isEmpty();
        if ((read > 0 || names) && runs.stream().allMatch(run -> run.selected() == 0)) {
            streams.tell("no report matches " + given + ": " + read + (read == 1 ? " report was" : " reports were")
                    + " read");
        }
    }

    /** The options as they were given; empty if there were none. */
    private String given() {
        var given = new ArrayList<String>();
        for (var option : List.of(ids, kinds.option(), reports, paths)) {
            for (var value : values(option)) {
                given.add(option.longestName() + " " + value);
            }
        }
        return String.join(" ", given);
    }

    private static List<String> values(OptionSpec option) {
        return option.getValue();
    }
}
