package org.unsplat.demux;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.BannerPiece;
import org.unsplat.grammar.SystemLines;

/** The ruler below which a headline may come, and the lines that have come since. */
final class PendingRuler {

    /** Lines between a ruler and its headline. */
    private static final int MAX_BELOW = 16;

    private TypedLine ruler;
    private final List<TypedLine> below = new ArrayList<>();

    boolean isThere() {
        return ruler != null;
    }

    /** Takes note of a line that no report took. */
    void see(TypedLine line) {
        if (BannerPiece.isRuler(line)) {
            ruler = line;
            below.clear();
        } else if (ruler != null) {
            below.add(line);
        }
    }

    /** Forgets the ruler if no headline came in time. */
    void forgetBefore(TypedLine line) {
        if (ruler != null && line.line().number() - ruler.line().number() > MAX_BELOW) {
            ruler = null;
        }
    }

    void forget() {
        ruler = null;
    }

    /** The ruler above a headline, null where none is or another caller printed it. */
    TypedLine above(TypedLine head) {
        return ruler != null
                        && Objects.equals(ruler.line().caller(), head.line().caller())
                ? ruler
                : null;
    }

    /** The ruler, what is left of the banner below it, and the line that stands where a headline is lost. */
    List<TypedLine> bannerAbove(TypedLine line) {
        var banner = new ArrayList<TypedLine>();
        banner.add(ruler);
        for (var each : below) {
            if (isOfBanner(each)) {
                banner.add(each);
            }
        }
        banner.add(line);
        return banner;
    }

    private static boolean isOfBanner(TypedLine line) {
        return line.is(SystemLines.IDENT) || line.is(BannerPiece.DASHES);
    }

    /** The lines below the ruler that are none of the banner's. */
    List<TypedLine> othersBelow() {
        var others = new ArrayList<TypedLine>();
        for (var each : below) {
            if (!isOfBanner(each)) {
                others.add(each);
            }
        }
        return others;
    }

    /** The lines between the two. */
    List<TypedLine> below() {
        return List.copyOf(below);
    }
}
