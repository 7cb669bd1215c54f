package org.unsplat.grammar;

import java.util.List;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.model.Kind;
import org.unsplat.model.Report;

/** One kind of report: what it is called, what it looks like, and how it is read and written. */
public interface ReportKind {

    /** The kind of the reports that are read. */
    Kind kind();

    /** Whether both are KCSAN's, or both lockdep's. */
    default boolean isOfFamilyOf(ReportKind other) {
        return kind().family().equals(other.kind().family());
    }

    /** The newest wording of its headline, for people. */
    String headline();

    /** What its headlines begin with: with one of these in any kernel's wording, a letter at least. */
    List<String> starts();

    /** Whether the line, stripped, is a headline of this kind, in any kernel's wording. */
    boolean isHead(String line);

    /** Whether nothing of the headline was wrapped away. */
    default boolean isWholeHead(String line) {
        return true;
    }

    /** Whether the line is the beginning of such a headline, and no headline itself. */
    default boolean isHeadCut(String line) {
        return false;
    }

    /** Whether the headline only shows that there is trouble, which may turn out to be a report. */
    default boolean isCandidate(String head) {
        return false;
    }

    /** Whether a report of this kind, of which the headline is lost, may begin with this line. */
    default boolean mayBeginWith(TypedLine line) {
        return false;
    }

    /** Whether a ruler stands above the headline. */
    default boolean printsRuler() {
        return true;
    }

    /** Whether a headline counts only directly below a ruler. */
    default boolean requiresRuler() {
        return false;
    }

    /** The pieces in the order in which the kernel prints them; the first one holds the headline. */
    List<Piece> pieces();

    /** Those of the pieces that the kernel always prints. */
    List<Piece> required();

    /** Whether pieces may come in any order, and more than once. */
    default boolean unordered() {
        return false;
    }

    /** Whether every line between its own belongs to the report, understood or not. */
    default boolean keepsUnknownLines() {
        return false;
    }

    /** Whether the kernel may print another report of the family at the same time. */
    default boolean overlaps() {
        return false;
    }

    /** Lines after such a headline within which one must prove the report; 0 where the headline does. */
    default int proofWindow(String head) {
        return 0;
    }

    /** Whether this line starts the {@link #proofWindow} anew. */
    default boolean renewsProofWindow(TypedLine line) {
        return false;
    }

    /** Whether this line of it shows that it is a report. */
    default boolean confirms(TypedLine line) {
        return true;
    }

    /** Whether this line of it, with the report's line before it, shows that it is a report. */
    default boolean confirms(TypedLine last, TypedLine line) {
        return confirms(line);
    }

    /** Whether the report goes on with this line though another caller prints it: its CPU, once it has trapped. */
    default boolean mayChangeCaller(TypedLine last, TypedLine next) {
        return false;
    }

    /** Whether the report is of this kind, and written by it. */
    default boolean isOf(Report report) {
        return kind().slug().equals(report.kind());
    }

    /** Whether {@link #report} may answer null for a report with its headline. */
    default boolean mayMakeNoReport() {
        return false;
    }

    /** Turns the builder into a report; null where it turns out to be none. */
    Report report(ReportBuilder builder);

    /** The report with those facts made anew that follow from its stacks, which have become known better. */
    default Report derived(Report report) {
        return report;
    }

    /** What the facts of a report add up to, in one or two sentences; null where that would be a guess. */
    default String explain(Report report) {
        return null;
    }

    /** The lengths of the rulers above and below the headline: as long as that, but where the kernel slips. */
    default BannerPiece.Rulers rulers(Report report) {
        return new BannerPiece.Rulers(
                report.headline().length(), report.headline().length());
    }

    /** Writes the canonical text: each piece in order. */
    default void write(Report report, KernelText out) {
        pieces().forEach(piece -> piece.write(report, out));
    }
}
