package org.unsplat.render.show;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.unsplat.model.Report;
import org.unsplat.model.Where;
import org.unsplat.render.Style;
import org.unsplat.render.StyledText;
import org.unsplat.triage.Group;
import org.unsplat.triage.LockdepCoverage;

/**
 * Writes one screen for each report: what happened, who did it, and which line of the source to open, in the order in which a
 * maintainer asks. It is ASCII except for text of the report, so that it can be pasted anywhere.
 */
public final class ScreenWriter {

    /** The number of frames of a stack that are shown without {@code -v}. */
    static final int FRAMES = 8;

    /** The number of the kernel's own lines that are shown. */
    private static final int LINES = 12;

    /** The number of digits of a time in seconds, as printk prints it. */
    private static final int TIME_DIGITS = 6;

    private final int width;
    private final boolean colour;
    private final boolean verbose;
    private final SourceText source;

    /**
     * @param width of the screen, in columns
     * @param verbose whether to show all stacks
     */
    public ScreenWriter(int width, boolean colour, boolean verbose) {
        this(width, colour, verbose, SourceText.NONE);
    }

    /**
     * @param width of the screen, in columns
     * @param verbose whether to show all stacks
     * @param source whose lines at the places of the report are shown
     */
    public ScreenWriter(int width, boolean colour, boolean verbose, SourceText source) {
        this.width = width;
        this.colour = colour;
        this.verbose = verbose;
        this.source = source;
    }

    public String text(Report report) {
        return text(report, List.of(), 1);
    }

    /** The screen of a bug: that of its first report, with the number and the places of all its reports. */
    public String text(Group group) {
        return text(group.first(), group.places(), group.count());
    }

    private String text(Report report, List<Where> places, int count) {
        var screen = new ScreenBuffer(width, colour);
        ScreenHead.write(report, screen);
        kernelWords(report, screen);
        problems(report, screen);
        if (report.race() != null) {
            new RaceView(report, screen, verbose).write();
        } else {
            new LockdepView(report, screen, verbose).write();
        }
        new SourceView(report, source, screen).write();
        screen.blank();
        if (count > 1) {
            screen.wrapped(0, ScreenBuffer.MARGIN, StyledText.of(Style.BOLD, seen(places, count)));
        }
        foot(report, screen);
        return screen.text();
    }

    private void kernelWords(Report report, ScreenBuffer screen) {
        var lines = KernelPhrases.of(report);
        var some = verbose || lines.size() <= LINES ? lines.size() : LINES - 1;
        lines.subList(0, some)
                .forEach(line -> screen.wrapped(ScreenBuffer.MARGIN, ScreenBuffer.MARGIN * 2, StyledText.of(line)));
        if (some < lines.size()) {
            screen.line(
                    ScreenBuffer.MARGIN,
                    StyledText.of(Style.DIM, "... " + (lines.size() - some) + " more; -v shows all"));
        }
    }

    private static void problems(Report report, ScreenBuffer screen) {
        if (!report.complete() || !report.problems().isEmpty()) {
            screen.blank();
        }
        ProblemPhrases.of(report)
                .forEach(line -> screen.wrapped(
                        ScreenBuffer.MARGIN, ScreenBuffer.MARGIN + 2, StyledText.of(Style.YELLOW, line)));
    }

    /** {@code seen 3 times: a.log:12, a.log:204, b.log:7}. */
    private static String seen(List<Where> places, int count) {
        var all = new ArrayList<String>();
        places.forEach(place -> all.add(input(place) + ":" + place.first()));
        if (places.size() < count) {
            all.add("and " + (count - places.size()) + " more");
        }
        return "seen " + count + " times: " + String.join(", ", all);
    }

    private static String input(Where where) {
        return where.input().equals("-") ? "stdin" : where.input();
    }

    private static void foot(Report report, ScreenBuffer screen) {
        screen.wrapped(0, ScreenBuffer.MARGIN, StyledText.of(Style.DIM, where(report)));
        if (report.origin() != null) {
            OriginSummary.lines(report.origin())
                    .forEach(line -> screen.wrapped(0, ScreenBuffer.MARGIN, StyledText.of(Style.DIM, line)));
        }
        if (report.system() != null) {
            screen.wrapped(0, ScreenBuffer.MARGIN, StyledText.of(Style.DIM, SystemSummary.of(report.system())));
        }
        report.fingerprints().forEach((name, value) -> screen.line(StyledText.of(Style.DIM, name + " " + value)));
        if (LockdepCoverage.after(report) != LockdepCoverage.GOES_ON) {
            screen.wrapped(0, ScreenBuffer.MARGIN, StyledText.of(Style.YELLOW, ProblemPhrases.LOCKDEP_OFF));
        }
    }

    private static String where(Report report) {
        var parts = new ArrayList<String>();
        var where = report.where();
        parts.add(input(where));
        parts.add(
                where.first() == where.last()
                        ? "line" + StyledText.NBSP + where.first()
                        : "lines" + StyledText.NBSP + where.first() + "-" + where.last());
        if (where.time() != null) {
            // Not String.format, which loads the formats of all languages
            var seconds = BigDecimal.valueOf(where.time().first()).setScale(TIME_DIGITS, RoundingMode.HALF_UP);
            parts.add("at" + StyledText.NBSP + seconds.toPlainString() + StyledText.NBSP + "s");
        }
        parts.add(report.kind());
        return String.join(", ", parts);
    }
}
