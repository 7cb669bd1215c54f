package org.unsplat.check;

import java.util.List;
import java.util.function.Consumer;
import org.unsplat.classify.TypedLine;
import org.unsplat.demux.DroppedMessages;
import org.unsplat.demux.Span;
import org.unsplat.grammar.SystemLines;
import org.unsplat.input.bytes.Regex;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/** No line of the report may be lost, as far as the log or a person's mark shows it. */
final class LostLinesRule implements Rule {

    /** In seconds; the clocks of CPUs differ by less. */
    private static final double BACKWARDS = 1;

    /** Printed by {@code report_message_lost} when a per-CPU buffer of printk_safe was full. */
    private static final Regex LOST = new Regex("Lost \\d{1,9} message\\(s\\)!");

    /** Left of a record if the memory that kept it was overwritten. */
    private static final Regex STAMP = new Regex("\\[ {0,4}\\d{1,9}(?:\\.\\d{0,6})?");

    private static final String CUT = "only the beginning of one is left here";

    private static final int SHORTEST_CUT = 5;

    /** Printed by {@code objdump} in place of zeros, in the output of {@code decodecode}. */
    private static final String ZEROS = "\t...";

    /** Signs that people put around or in place of a word. */
    private static final String SIGNS = "[]<>(){}*/~=- ";

    private static final List<String> GLUED = List.of("[..]", "[...]");

    /** The common end of these marks, which almost no line contains. */
    private static final String GLUED_END = "..]";

    private static final Regex DOTS = new Regex("\\.{2,}|\\. \\. \\.|\u2026+");
    private static final Regex WORDS =
            new Regex("(?i)(?:snip(?:p?ed)?|cut|trim(?:med)?|skip(?:ped)?|etc|deleted|removed"
                    + "|omitted|truncated|elided|stripped)(?!\\w)(?! here)[\\w ,.]{0,40}");

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        // A sign at every line is a prefix
        var mayBeElided = !areAllMarked(span.own());
        for (var doubt : span.doubtful()) {
            var line = doubt.line();
            if (DroppedMessages.areMarkedIn(line.line()) || LOST.matches(line.text())) {
                problems.accept(lost(line, "the kernel says that it dropped messages here"));
            } else if (isCut(line.text())) {
                problems.accept(lost(line, CUT));
            } else if (mayBeElided
                    && isElision(line.text())
                    && !line.line().text().equals(ZEROS)) {
                problems.accept(lost(line, "somebody left lines out here"));
            }
        }
        for (var line : report.unparsed()) {
            if (isCut(line.text())) {
                problems.accept(lost(line.line(), CUT));
            }
        }
        Double time = null;
        for (var line : span.own()) {
            var now = line.line().time();
            if (line != span.own().get(0) && DroppedMessages.areMarkedIn(line.line())) {
                problems.accept(lost(line, "the kernel says that it dropped messages here"));
            }
            if (mayBeElided && isMarked(line)) {
                problems.accept(lost(line, "somebody left lines out here"));
            }
            if (now != null && time != null && now < time - BACKWARDS) {
                problems.accept(lost(line, "time runs backwards here, from " + time + " to " + now));
            }
            time = now == null ? time : now;
        }
    }

    private static boolean areAllMarked(List<TypedLine> lines) {
        for (var line : lines) {
            if (!isMarked(line)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a mark is before or after the text of the line, from which the engine removes it. */
    private static boolean isMarked(TypedLine line) {
        for (var i = 0; i < line.parts().size(); i++) {
            var part = line.parts().get(i);
            if (part.raw().contains(GLUED_END) && isMarked(part.raw(), part.text())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMarked(String raw, String text) {
        for (var sign : GLUED) {
            if (raw.contains(sign) && !text.contains(sign)) {
                return true;
            }
        }
        return false;
    }

    /** Whether only a part of the time stamp or the first letters of a line of the head of a dump are left. */
    private static boolean isCut(String text) {
        return STAMP.matches(text)
                || text.length() >= SHORTEST_CUT
                        && SystemLines.DUMP_HEAD.stream()
                                .flatMap(type -> type.starts().stream())
                                .anyMatch(start -> start.startsWith(text));
    }

    /** Whether the text is only a mark for omitted text: {@code [...]}, {@code <snip>}. */
    private static boolean isElision(String text) {
        var start = 0;
        var end = text.length();
        while (start < end && SIGNS.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && SIGNS.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        var core = text.substring(start, end);
        return DOTS.matches(core) || start > 0 && end < text.length() && WORDS.matches(core);
    }

    private static Problem lost(TypedLine line, String what) {
        return lost(line.line().number(), what);
    }

    private static Problem lost(int line, String what) {
        return new Problem(Problem.Code.LINES_LOST, line, "expected the next lines, but " + what);
    }
}
