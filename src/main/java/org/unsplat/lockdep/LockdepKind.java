package org.unsplat.lockdep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.unsplat.grammar.Banner;
import org.unsplat.grammar.Draft;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportKind;
import org.unsplat.model.Report;

/**
 * The common frame of lockdep's reports: a banner round a headline, then an ordered list of pieces.
 * A kind says its name, how its headline begins, its pieces, and one sentence for people.
 */
abstract class LockdepKind implements ReportKind {

    private static final List<String> MARKS =
            List.of("WARNING: ", "[ INFO: ", "[ BUG: ", "[ ERR: ", "INFO: ", "BUG: ");
    private static final Set<String> ENDS = Set.of("", ".", "!", "]", ". ]", ".  ]", "! ]");
    private final String slug;
    private final String headline;
    private final String words;
    private final List<Piece> pieces = new ArrayList<>();
    private List<Piece> required = List.of();

    /** @param headline the newest wording */
    LockdepKind(String slug, String headline) {
        this.slug = "lockdep-" + slug;
        this.headline = headline;
        this.words = unmarked(headline);
    }

    /** Declares the pieces after the banner, in the kernel's order. */
    final void prints(Piece... inOrder) {
        printsAfter(new Banner(this), inOrder);
    }

    /** Declares the pieces of a kind whose headline stands in something else than a banner. */
    final void printsAfter(Piece head, Piece... inOrder) {
        pieces.add(head);
        pieces.addAll(List.of(inOrder));
    }

    /** Declares which of them the kernel always prints. */
    final void always(Piece... some) {
        required = Arrays.asList(some);
    }

    @Override
    public final String slug() {
        return slug;
    }

    @Override
    public final String family() {
        return "lockdep";
    }

    @Override
    public final String headline() {
        return headline;
    }

    @Override
    public final List<Piece> pieces() {
        return pieces;
    }

    @Override
    public final List<Piece> required() {
        return required;
    }

    @Override
    public final boolean hasRuler() {
        return pieces.get(0) instanceof Banner;
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

    /** Whether the text is the headline, and nothing more but how old kernels end it: a headline may be talked of. */
    static boolean isHead(String text, String headline) {
        return text.startsWith(headline) && ENDS.contains(text.substring(headline.length()).strip());
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
    public Report report(Draft draft) {
        return draft.report(this, null, draft.lockdep());
    }
}
