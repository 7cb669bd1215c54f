package org.unsplat.classify;

/**
 * What a text is, independent of the line it is on.
 *
 * @param type null if the text does not look like a line of a report
 * @param match the result of the type's {@link LineType#read}, null if the text is cut
 * @param isWhole whether it is a line of the type whose end is not missing
 * @param mayBeCut whether a text without a type may be the beginning of a line of some type
 */
public record Classification(LineType<?> type, Object match, boolean isWhole, boolean mayBeCut) {

    static final Classification NONE = new Classification(null, null, false, false);
    static final Classification MAY_BE_CUT = new Classification(null, null, false, true);

    static <M> Classification of(LineType<M> type, String text, M match) {
        return new Classification(type, match, !type.isDoubtful(text, match), false);
    }

    static Classification cut(LineType<?> type) {
        return new Classification(type, null, false, false);
    }
}
