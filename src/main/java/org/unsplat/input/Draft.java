package org.unsplat.input;

/**
 * A line on its way to becoming a {@link Line}: what the layers have left of it so far.
 *
 * @param letter the number of the mail that it stands in, as {@link Letters} counts them
 * @param depth how many quoting signs were taken off
 * @param verbatim whether the text is final: no kernel printed it, so nothing may be taken off it
 */
record Draft(int number, String raw, String text, Double time, String caller, int letter, int depth, boolean verbatim) {

    Draft(int number, String raw, int letter) {
        this(number, raw, raw, null, null, letter, 0, false);
    }

    Draft with(String newText) {
        return newText.equals(text) ? this : new Draft(number, raw, newText, time, caller, letter, depth, verbatim);
    }

    Draft with(String newText, Double newTime, String newCaller) {
        return new Draft(number, raw, newText, newTime, newCaller, letter, depth, verbatim);
    }

    /** The line without so many quoting signs, which stood in front of the new text. */
    Draft unquoted(String newText, int signs) {
        return new Draft(number, raw, newText, time, caller, letter, depth + signs, verbatim);
    }

    Draft verbatim(String newText) {
        return new Draft(number, raw, newText, time, caller, letter, depth, true);
    }

    Draft in(int newLetter) {
        return newLetter == letter ? this : new Draft(number, raw, text, time, caller, newLetter, depth, verbatim);
    }
}
