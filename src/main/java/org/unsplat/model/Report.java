package org.unsplat.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;

/**
 * One KCSAN or lockdep report: its facts, its problems and the lines that were not understood.
 *
 * @param id {@code r1}, {@code r2}, ... in the order of the whole run
 * @param kind the slug of a {@link Kind}, such as {@code kcsan-data-race}
 * @param family {@code kcsan} or {@code lockdep}
 * @param title the title that syzbot would give it
 * @param headline the kernel's line without its prefix
 * @param where the span of the report in the input
 * @param complete whether no part that this kind always prints is missing, no parts contradict each other, and no line is known
 *        to be lost; true if and only if there are no problems
 * @param problems what is missing or doubtful
 * @param unparsed lines of the report that no rule could read
 * @param foreign the numbers of lines within the span that belong to something else
 * @param origin the mail or commit that contains the report, null for a console log
 * @param explanation the conclusion from the facts in one or two sentences, null where it would be a guess
 * @param system the kernel, and the task that printed the report
 * @param race the facts of a KCSAN report, null for the other family
 * @param lockdep the facts of a lockdep report, null for the other family
 * @param backtrace the frames of the trace that dump_stack or a warning printed, null where the kind has none
 * @param fingerprints ids by versioned name; reports of one bug have equal ids
 * @param fingerprintInputs the texts that each id was hashed from
 * @param text the report's lines as they were in the input; empty unless asked for
 */
@RecordBuilder
@RecordBuilder.Options(
        suffix = "RecordBuilder",
        enableGetters = false,
        enableWither = false,
        addStaticBuilder = false,
        useUnmodifiableCollections = true) // an immutable map would lose the order of the ids
public record Report(
        String id,
        String kind,
        String family,
        String title,
        String headline,
        Where where,
        boolean complete,
        List<Problem> problems,
        List<UnparsedLine> unparsed,
        List<Integer> foreign,
        Origin origin,
        String explanation,
        SystemInfo system,
        Race race,
        Lockdep lockdep,
        Backtrace backtrace,
        Map<String, String> fingerprints,
        Map<String, List<String>> fingerprintInputs,
        List<String> text) {

    /** The same report as number {@code number} of the run. */
    public Report numbered(int number) {
        return ReportRecordBuilder.builder(this).id("r" + number).build();
    }

    /** The same report with these problems; it is complete if there are none. */
    public Report withProblems(List<Problem> found) {
        return ReportRecordBuilder.builder(this)
                .complete(found.isEmpty())
                .problems(found)
                .build();
    }

    /** The same report from this mail or commit. */
    public Report withOrigin(Origin source) {
        return ReportRecordBuilder.builder(this).origin(source).build();
    }

    /** Whether the headline is lost, so that {@code headline} is the first line that is left. */
    public boolean isHeadless() {
        return problems.stream().anyMatch(problem -> problem.code() == Problem.Code.MISSING_HEAD);
    }
}
