package org.unsplat.classify;

/**
 * What a text is, independent of the line it is on.
 *
 * @param type null if the text does not look like a line of a report
 * @param match the result of the type's {@link LineType#read}, null if the text is cut
 * @param isWhole whether it is a line of the type whose end is not missing
 * @param mayBeCut whether a text without a type may be the beginning of a line of some type
 */
public record Reading(LineType<?> type, Object match, boolean isWhole, boolean mayBeCut) {

    static final Reading NONE = new Reading(null, null, false, false);
    static final Reading MAY_BE_CUT = new Reading(null, null, false, true);

    static <M> Reading of(LineType<M> type, String text, M match) {
        return new Reading(type, match, !type.isDoubtful(text, match), false);
    }

    static Reading cut(LineType<?> type) {
        return new Reading(type, null, false, false);
    }
}
