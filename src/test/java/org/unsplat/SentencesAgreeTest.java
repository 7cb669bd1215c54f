package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.unsplat.model.Race;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;
import org.unsplat.render.show.ScreenWriter;
import org.unsplat.triage.Place;

/**
 * The explanation, the screen, the places of the CI formats and the title name the same places. Looks at the samples;
 * {@code -Dcorpus=DIR} at any other logs, each file of the directory.
 */
class SentencesAgreeTest {

    /** What the compiler and the headers of KCSAN put in front of an access. */
    private static final Pattern INSTRUMENTATION =
            Pattern.compile("(?:_*kcsan|_*tsan|instrument)_\\w+(?:\\.\\S*)?|check_access");

    private static final Pattern EDGE = Pattern.compile(" while \\S.*? was held");
    private static final Pattern LEFT_OUT = Pattern.compile(" and (\\d+) more edges?\\.$");

    /** What syzbot, and so the title, does not know to be a wrapper. */
    private static final Pattern WRAPPER = Pattern.compile("class_\\w+_constructor|local_lock_acquire");

    private final List<String> wrong = new ArrayList<>();

    @Test
    void everythingNamesTheSamePlaces() throws IOException {
        var dir = Path.of(System.getProperty("corpus", "samples"));
        int races = 0;
        int cycles = 0;
        try (var paths = Files.walk(dir)) {
            for (var path : paths.filter(Files::isRegularFile).sorted().toList()) {
                if (path.toString().endsWith(".json")) {
                    continue;
                }
                for (var report : ReportFacts.reports(Files.readString(path, StandardCharsets.ISO_8859_1))) {
                    races += report.race() == null ? 0 : 1;
                    cycles +=
                            report.lockdep() == null || report.lockdep().order().isEmpty() ? 0 : 1;
                    look(path + ":" + report.where().first(), report);
                }
            }
        }
        assertEquals("", String.join("\n", wrong));
        assertFalse(races == 0 && cycles == 0, "nothing to look at in " + dir);
    }

    private void look(String where, Report report) {
        if (report.race() != null) {
            race(where, report);
        } else if (report.explanation() != null) {
            order(where, report);
            acquirer(where, report);
            closing(where, report);
        }
        if (report.lockdep() != null) {
            screen(where, report);
        }
    }

    private void race(String where, Report report) {
        var screen = new ScreenWriter(90, false, false).text(report);
        var places = Place.of(report).stream().map(Place::what).toList();
        for (var access : report.race().accesses()) {
            var frame = access(access);
            if (frame == null) {
                continue;
            }
            check(where, screen.contains("\n  > " + frame.function()), "show does not mark " + frame.function());
            var plain = frame.function().replaceFirst("\\..*", "");
            check(
                    where,
                    places.stream().anyMatch(what -> what.endsWith(" in " + plain)),
                    "no place of the CI formats is in " + frame.function() + ": " + places);
            var place = " in " + plain
                    + (frame.file() == null || frame.line() == null || frame.line() <= 0
                            ? " by "
                            : " (" + frame.file() + ":" + frame.line() + ") by ");
            check(
                    where,
                    report.explanation() == null || report.explanation().contains(place),
                    "not" + place + "in: " + report.explanation());
        }
    }

    private static StackFrame access(Race.Access access) {
        return access.stack().stream()
                .filter(frame -> frame.reliable() && frame.function() != null)
                .filter(frame -> !INSTRUMENTATION.matcher(frame.function()).matches())
                .filter(frame -> frame.file() == null || !frame.file().contains("instrumented"))
                .findFirst()
                .orElse(null);
    }

    /** All edges are named or counted. */
    private void order(String where, Report report) {
        var links = report.lockdep().chain();
        if (!report.kind().equals("lockdep-circular-dependency") || links == null) {
            return;
        }
        var left = LEFT_OUT.matcher(report.explanation());
        long named = EDGE.matcher(report.explanation()).results().count()
                + 1
                + (left.find() ? Integer.parseInt(left.group(1)) : 0);
        check(
                where,
                named == links.links().size(),
                named + " of " + links.links().size() + " edges: " + report.explanation());
        check(where, report.lockdep().order().size() == links.links().size(), "the order lacks an edge");
    }

    /** Where the title is about the lock that is wanted, both name who wants it. */
    private void acquirer(String where, Report report) {
        var wanted = report.lockdep().acquiring();
        if (wanted == null || wanted.at() == null || wanted.at().function() == null) {
            return;
        }
        var function = wanted.at().function();
        var plain = function.indexOf('.') < 1 ? function : function.substring(0, function.indexOf('.'));
        if (report.title().endsWith(" in " + plain) && !WRAPPER.matcher(plain).matches()) {
            check(
                    where,
                    Pattern.compile("(?: in| by) " + Pattern.quote(plain) + "(?![\\w.])")
                            .matcher(report.explanation())
                            .find(),
                    "the title names " + plain + ", not so: " + report.explanation());
        }
    }

    /** The explanation begins with the last edge of the order: who takes the lock that closes the cycle, and where. */
    private void closing(String where, Report report) {
        var order = report.lockdep().order();
        if (order.isEmpty()) {
            return;
        }
        var last = order.get(order.size() - 1);
        var wanted = report.lockdep().acquiring().classText();
        check(where, wanted.equals(last.taken()), "the last edge takes " + last.taken() + ", the task " + wanted);
        var takes = Pattern.quote(" takes " + wanted)
                + (last.by() == null
                        ? ""
                        : "(?: in \\S+(?: \\(\\S+\\))? on behalf of| in) " + Pattern.quote(place(last.at())))
                + " while it holds ";
        check(
                where,
                Pattern.compile(takes).matcher(report.explanation()).find(),
                "the last edge is by " + last.by() + ", not so: " + report.explanation());
    }

    private static String place(StackFrame at) {
        var name = Objects.requireNonNullElse(at.demangled(), at.function())
                .replaceFirst("(?<=.)\\.(?:isra|part|constprop|cold|llvm)\\b.*", "");
        return name
                + (at.file() == null || at.line() == null || at.line() <= 0
                        ? ""
                        : " (" + at.file() + ":" + at.line() + ")");
    }

    /** Each edge of the order is a line of the screen, in the same order, with the same function. */
    private void screen(String where, Report report) {
        if (report.lockdep().order().isEmpty()) {
            return;
        }
        var lines = new ScreenWriter(10_000, false, false)
                .text(report)
                .lines()
                .dropWhile(line -> !line.equals("Cycle  held -> taken"))
                .skip(1)
                .takeWhile(line -> !line.isEmpty())
                .toList();
        check(where, lines.size() == report.lockdep().order().size(), "not each edge on the screen: " + lines);
        for (int i = 0; i < lines.size() && i < report.lockdep().order().size(); i++) {
            var edge = report.lockdep().order().get(i);
            var last = i == lines.size() - 1;
            var by = edge.by() == null
                    ? "(?:not known|seen in .*)"
                    : Pattern.quote(Objects.requireNonNullElse(edge.at().demangled(), edge.by())) + "(?:\\+0x.*| .*|)";
            var row = (last ? ">>  " : "    ") + Pattern.quote(edge.held() + " -> " + edge.taken()) + " +"
                    + (last ? "closes it: " : "") + by;
            check(where, lines.get(i).matches(row), "not '" + row + "': " + lines.get(i));
        }
    }

    private void check(String where, boolean holds, String otherwise) {
        if (!holds) {
            wrong.add(where + ": " + otherwise);
        }
    }
}
