package org.unsplat.lockdep;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.BannerPiece;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.ReportKind;
import org.unsplat.grammar.lock.OtherInfoPiece;
import org.unsplat.grammar.lock.TaskPiece;
import org.unsplat.model.Kind;
import org.unsplat.model.Report;

/**
 * The common structure of lockdep's reports: a banner with a headline, then an ordered list of pieces. A kind defines its
 * headline, its pieces, and its explanation.
 */
abstract class LockdepKind implements ReportKind {

    private static final List<String> MARKS = List.of("WARNING: ", "[ INFO: ", "[ BUG: ", "[ ERR: ", "INFO: ", "BUG: ");
    private static final Set<String> ENDS = Set.of("", ".", "!", "]", ". ]", ".  ]", "! ]");
    private final Kind kind;
    private final String headline;
    private final String words;
    private final String sentence;
    private Outline outline;

    /**
     * The pieces of a kind.
     *
     * @param pieces in the order of the kernel, beginning with the one that contains the headline
     * @param required those that the kernel always prints
     */
    record Outline(List<Piece> pieces, List<Piece> required) {

        /** The same outline with only these pieces required. */
        Outline always(Piece... some) {
            return new Outline(pieces, List.of(some));
        }
    }

    /** @param headline in its newest wording */
    LockdepKind(Kind kind, String headline) {
        this(kind, headline, null);
    }

    /** @param sentence words of the sentence about a task that follows the headline */
    LockdepKind(Kind kind, String headline, String sentence) {
        this.kind = kind;
        this.headline = headline;
        this.words = unmarked(headline);
        this.sentence = sentence;
    }

    /** The pieces of the kind. Called once, when the first report needs them, because a log has reports of few kinds. */
    abstract Outline makeOutline();

    /** An outline of a banner and these pieces, in the order of the kernel. All are required, except the title of other info. */
    final Outline prints(Piece... inOrder) {
        return printsAfter(new BannerPiece(this), inOrder);
    }

    /** The same with the headline in another piece than a banner. */
    static Outline printsAfter(Piece head, Piece... inOrder) {
        var pieces = new ArrayList<>(List.of(head));
        pieces.addAll(List.of(inOrder));
        var required = new ArrayList<Piece>();
        for (var piece : inOrder) {
            if (!(piece instanceof OtherInfoPiece)) {
                required.add(piece);
            }
        }
        return new Outline(pieces, required);
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

    /** Whether the text is cut between two words of the headline, with at least one of them after the mark. */
    @Override
    public boolean isHeadCut(String line) {
        var text = unmarked(line);
        return text != null && words != null && !text.isEmpty() && words.startsWith(text + ' ');
    }

    @Override
    public boolean mayBeginWith(TypedLine line) {
        return sentence != null && line.is(TaskPiece.SENTENCE) && line.text().contains(sentence);
    }

    /** Whether the text is only the headline and an ending of old kernels. More text would be prose about it. */
    static boolean isHead(String text, String headline) {
        return text.startsWith(headline)
                && ENDS.contains(text.substring(headline.length()).strip());
    }

    /** A headline without {@code WARNING:} and the like in front; null if nothing of that is in front. */
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
