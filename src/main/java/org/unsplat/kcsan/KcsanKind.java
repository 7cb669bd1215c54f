package org.unsplat.kcsan;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.LockDecoder;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.ReportKind;
import org.unsplat.grammar.stack.SourceName;
import org.unsplat.model.HeldLocks;
import org.unsplat.model.Kind;
import org.unsplat.model.Problem;
import org.unsplat.model.Race;
import org.unsplat.model.Report;

/**
 * A race found by KCSAN, in the structure of the kernel's {@code print_report}.
 * <pre>
 * report = title access [access] [value] footer
 * </pre>
 * A race of unknown origin has one access and one function in its title.
 */
public final class KcsanKind implements ReportKind {

    private static final String BUG = "BUG: KCSAN: ";
    private final String bug;

    /** Created only when a race occurs; a log with reports of lockdep alone needs none of them. */
    private static final class Part {

        static final Piece FIRST = new AccessPiece(0);
        static final Piece SECOND = new AccessPiece(1);
        static final Piece VALUE = new ValuePiece();
        static final Piece FOOTER = new FooterPiece();
    }

    private static final KcsanKind ASSERT = new KcsanKind("assert: race");

    private KcsanKind(String bug) {
        this.bug = bug;
    }

    /** {@code data-race} and {@code assert: race}. */
    public static List<ReportKind> all() {
        return List.of(new KcsanKind("data-race"), ASSERT);
    }

    @Override
    public Kind kind() {
        return bug.equals("data-race") ? Kind.DATA_RACE : Kind.ASSERT_RACE;
    }

    @Override
    public String headline() {
        return BUG + bug + " in A / B";
    }

    @Override
    public List<String> starts() {
        return List.of(BUG);
    }

    /** The prototype of 2019 printed "racing read in" for a race of unknown origin. */
    @Override
    public boolean isHead(String line) {
        return line.startsWith(BUG)
                && (line.startsWith(bug + " in ", BUG.length())
                        || bug.equals("data-race") && line.startsWith("racing ", BUG.length()));
    }

    /** A mailer may have wrapped the title before its second function. */
    @Override
    public boolean isWholeHead(String line) {
        return !SourceName.isOpen(line)
                && (line.contains(" / ") || line.contains("+0x") || line.startsWith("racing ", BUG.length()));
    }

    @Override
    public boolean isHeadCut(String line) {
        return line.startsWith(BUG.strip()) && (BUG + bug + " in").startsWith(line);
    }

    @Override
    public boolean mayBeginWith(TypedLine line) {
        return line.is(AccessPiece.ACCESS);
    }

    /** A new title piece each time, because it belongs to this kind; no code compares title pieces. */
    @Override
    public List<Piece> pieces() {
        return List.of(new TitlePiece(this), Part.FIRST, Part.SECOND, Part.VALUE, Part.FOOTER);
    }

    @Override
    public List<Piece> required() {
        return List.of(Part.FIRST, Part.FOOTER);
    }

    @Override
    public Report report(ReportBuilder builder) {
        if (builder.headless && builder.accesses.stream().anyMatch(Race.Access::isAssert)) {
            return ASSERT.made(builder);
        }
        return made(builder);
    }

    private Report made(ReportBuilder builder) {
        var unknown = builder.unknownOrigin || builder.accesses.isEmpty() && !builder.headline.contains(" / ");
        if (!unknown && builder.accesses.size() == 1) {
            builder.problem(Problem.Code.MISSING_PART, 0, "expected two accesses, found one");
        }
        return builder.report(
                this, new Race(bug, unknown, functions(builder.headline), known(builder), builder.valueChanged), null);
    }

    private static List<Race.Access> known(ReportBuilder builder) {
        var accesses = builder.accesses;
        var held = new ArrayList<HeldLocks>();
        for (var access : accesses) {
            held.addAll(access.held());
        }
        var names = LockDecoder.of(held, builder);
        var known = new ArrayList<Race.Access>();
        for (var access : accesses) {
            known.add(access.withHeldLocks(names.decodeHeld(access.held())));
        }
        return List.copyOf(known);
    }

    private static List<String> functions(String headline) {
        var names = new ArrayList<String>();
        var at = headline.indexOf(" in ");
        if (at > 0) {
            for (var name : headline.substring(at + 4).split(" / ")) {
                names.add(bare(name));
            }
        }
        return List.copyOf(names);
    }

    /** A function without module, offset and the place that a symbolizer added. */
    private static String bare(String name) {
        var start = SourceName.start(name);
        var end = name.length();
        for (var mark : List.of("+0x", " [", " ")) {
            var at = name.indexOf(mark, start);
            end = at > 0 ? Math.min(end, at) : end;
        }
        return name.substring(0, end);
    }

    @Override
    public String explain(Report report) {
        return RaceExplanation.of(report.race());
    }
}
