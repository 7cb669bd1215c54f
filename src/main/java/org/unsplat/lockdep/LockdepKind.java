package org.unsplat.lockdep;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.BannerPiece;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.ReportKind;
import org.unsplat.grammar.lock.TaskPiece;
import org.unsplat.model.Kind;
import org.unsplat.model.Report;

/**
 * The common frame of lockdep's reports: a banner round a headline, then an ordered list of pieces.
 * A kind says its name, how its headline begins, its pieces, and one sentence for people.
 */
abstract class LockdepKind implements ReportKind {

    private static final List<String> MARKS = List.of("WARNING: ", "[ INFO: ", "[ BUG: ", "[ ERR: ", "INFO: ", "BUG: ");
    private static final Set<String> ENDS = Set.of("", ".", "!", "]", ". ]", ".  ]", "! ]");
    private final Kind kind;
    private final String headline;
    private final String words;
    private Outline outline;

    /**
     * What the kernel prints of a kind.
     *
     * @param pieces in its order, with what the headline stands in
     * @param required those of them that it always prints
     */
    record Outline(List<Piece> pieces, List<Piece> required) {

        /** The same, with those pieces that the kernel always prints. */
        Outline always(Piece... some) {
            return new Outline(pieces, List.of(some));
        }
    }

    /** @param headline the newest wording */
    LockdepKind(Kind kind, String headline) {
        this.kind = kind;
        this.headline = headline;
        this.words = unmarked(headline);
    }

    /** The pieces of the kind; asked for once, and not before there is a report of it: a log holds few kinds. */
    abstract Outline makeOutline();

    /** The pieces after the banner, in the kernel's order. */
    final Outline prints(Piece... inOrder) {
        return printsAfter(new BannerPiece(this), inOrder);
    }

    /** The pieces of a kind whose headline stands in something else than a banner. */
    static Outline printsAfter(Piece head, Piece... inOrder) {
        var pieces = new ArrayList<>(List.of(head));
        pieces.addAll(List.of(inOrder));
        return new Outline(pieces, List.of());
    }

    private synchronized Outline known() {
        if (outline == null) {
            outline = makeOutline();
        }
        return outline;
    }

    @Override
    public final Kind kind() {
        return kind;
    }

    @Override
    public final String headline() {
        return headline;
    }

    @Override
    public final List<Piece> pieces() {
        return known().pieces();
    }

    @Override
    public final List<Piece> required() {
        return known().required();
    }

    @Override
    public final boolean printsRuler() {
        return pieces().get(0) instanceof BannerPiece;
    }

    @Override
    public List<String> starts() {
        return MARKS;
    }

    @Override
    public boolean isHead(String line) {
        var text = unmarked(line);
        return text != null && isHead(text, words);
    }

    /** Cut between two words, of which there is one at least behind the mark. */
    @Override
    public boolean isHeadCut(String line) {
        var text = unmarked(line);
        return text != null && words != null && !text.isEmpty() && words.startsWith(text + ' ');
    }

    /** Whether the line is a sentence about a task, with this verb in it. */
    static boolean isSentence(TypedLine line, String verb) {
        return line.is(TaskPiece.SENTENCE) && line.text().contains(verb);
    }

    /** Whether the text is the headline, and nothing more but how old kernels end it: a headline may be talked of. */
    static boolean isHead(String text, String headline) {
        return text.startsWith(headline)
                && ENDS.contains(text.substring(headline.length()).strip());
    }

    /** A headline without the word that says how bad it is; null where there is none. */
    static String unmarked(String line) {
        var first = line.charAt(0);
        if (first != 'W' && first != '[' && first != 'I' && first != 'B') {
            return null;
        }
        for (var mark : MARKS) {
            if (line.startsWith(mark)) {
                return line.substring(mark.length());
            }
        }
        return null;
    }

    @Override
    public Report report(ReportBuilder builder) {
        return builder.report(this, null, builder.lockdep());
    }
}
