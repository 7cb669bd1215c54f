package org.unsplat.demux;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.BannerPiece;
import org.unsplat.grammar.SystemLines;

/** The last ruler that may have a headline below it, and the lines since. */
final class PendingRuler {

    /** The largest number of lines between a ruler and its headline. */
    private static final int MAX_BELOW = 16;

    private TypedLine ruler;
    private final List<TypedLine> below = new ArrayList<>();

    boolean isThere() {
        return ruler != null;
    }

    /** Notes a line that no report took. */
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

    /** The ruler above a headline; null if there is none, or if another caller printed it. */
    TypedLine above(TypedLine head) {
        return ruler != null
                        && Objects.equals(ruler.line().caller(), head.line().caller())
                ? ruler
                : null;
    }

    /** The ruler, the other lines of the banner below it, and this line, which takes the place of a lost headline. */
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

    /** The lines since the ruler that do not belong to the banner. */
    List<TypedLine> othersBelow() {
        var others = new ArrayList<TypedLine>();
        for (var each : below) {
            if (!isOfBanner(each)) {
                others.add(each);
            }
        }
        return others;
    }

    /** All lines since the ruler. */
    List<TypedLine> below() {
        return List.copyOf(below);
    }
}
