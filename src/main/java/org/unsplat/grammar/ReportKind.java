package org.unsplat.grammar;

import java.util.List;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.model.Kind;
import org.unsplat.model.Report;

/** How one kind of report is recognized, read and written. */
public interface ReportKind {

    Kind kind();

    /** Whether both kinds are KCSAN's, or both lockdep's. */
    default boolean isOfFamilyOf(ReportKind other) {
        return kind().family().equals(other.kind().family());
    }

    /** The newest wording of its headline, for users. */
    String headline();

    /** The beginnings of its headlines in all kernel versions; each is at least a letter. */
    List<String> starts();

    /** Whether the stripped line is a headline of this kind in any kernel version. */
    boolean isHead(String line);

    /** Whether a headline is complete, and not wrapped. */
    default boolean isWholeHead(String line) {
        return true;
    }

    /** Whether the line is only the beginning of a headline of this kind. */
    default boolean isHeadCut(String line) {
        return false;
    }

    /** Whether the headline only shows a problem that may turn out to be a report. */
    default boolean isCandidate(String head) {
        return proofWindow(head) > 0;
    }

    /** Whether a report of this kind that lost its headline may begin with this line. */
    default boolean mayBeginWith(TypedLine line) {
        return false;
    }

    /** Whether the kernel prints a ruler above the headline. */
    default boolean printsRuler() {
        return true;
    }

    /** Whether a headline is recognized only directly below a ruler. */
    default boolean requiresRuler() {
        return false;
    }

    /** The pieces in the order in which the kernel prints them. The first piece contains the headline. */
    List<Piece> pieces();

    /** The pieces that the kernel always prints. */
    List<Piece> required();

    /** Whether pieces may come in any order and repeatedly. */
    default boolean unordered() {
        return false;
    }

    /** Whether every line between the report's lines belongs to it, understood or not. */
    default boolean keepsUnknownLines() {
        return false;
    }

    /** Whether the trace ends an unordered report. */
    default boolean endsWithTrace() {
        return true;
    }

    /** Whether the kernel may print another report of the family at the same time. */
    default boolean overlaps() {
        return false;
    }

    /** The number of lines after such a headline within which one must prove the report; 0 if the headline alone proves it. */
    default int proofWindow(String head) {
        return 0;
    }

    /** Whether this line restarts the {@link #proofWindow}. */
    default boolean renewsProofWindow(TypedLine line) {
        return false;
    }

    /** Whether this line of the candidate proves that it is a report. */
    default boolean confirms(TypedLine line) {
        return true;
    }

    /** Whether this line of the candidate, after the line {@code last} of it, proves that it is a report. */
    default boolean confirms(TypedLine last, TypedLine line) {
        return confirms(line);
    }

    /** Whether the report continues with this line although another caller prints it: the CPU of the task after a trap. */
    default boolean mayChangeCaller(TypedLine last, TypedLine next) {
        return false;
    }

    /** Whether the report is of this kind, so that this kind writes it. */
    default boolean isOf(Report report) {
        return kind().slug().equals(report.kind());
    }

    /** Whether {@link #report} may return null for a report that has its headline. */
    default boolean mayMakeNoReport() {
        return false;
    }

    /** Makes the report; null if the lines turn out to be none. */
    Report report(ReportBuilder builder);

    /** Computes again the facts that depend on stacks, after the stacks were symbolized or cleaned. */
    default Report derived(Report report) {
        return report;
    }

    /** The conclusion from the facts in one or two sentences; null if it would be a guess. */
    default String explain(Report report) {
        return null;
    }

    /** The lengths of the rulers above and below the headline. Most are as long as the headline, which may have been cut. */
    default BannerPiece.Rulers rulers(Report report) {
        var length = Math.max(RulerType.SHORTEST, report.headline().length());
        return new BannerPiece.Rulers(length, length);
    }

    /** Writes the canonical text: the pieces in order. */
    default void write(Report report, KernelText out) {
        pieces().forEach(piece -> piece.write(report, out));
    }
}
