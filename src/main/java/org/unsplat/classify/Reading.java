package org.unsplat.classify;

/**
 * What a text is, whatever line it stands on.
 *
 * @param type null where the text has the form of no line of a report
 * @param match what the type read, null where the text is cut
 * @param isWhole whether it is a line of the type, and nothing looks as if its end were missing
 * @param mayBeCut whether a text of no type may be the beginning of a line of any
 */
public record Reading(LineType<?> type, Object match, boolean isWhole, boolean mayBeCut) {

    static final Reading NONE = new Reading(null, null, false, false);
    static final Reading MAY_BE_CUT = new Reading(null, null, false, true);

    /** A text that the type read. */
    static <M> Reading of(LineType<M> type, String text, M match) {
        return new Reading(type, match, !type.isDoubtful(text, match), false);
    }

    /** A text that is the beginning of a line of the type. */
    static Reading cut(LineType<?> type) {
        return new Reading(type, null, false, false);
    }
}
