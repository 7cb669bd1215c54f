package org.unsplat.input.mail;

/**
 * The lines without a time at the beginning of a text. Those of a console come in groups and name a subsystem, while an author
 * writes a single title, or whole sentences:
 *
 * <pre>{@code
 * eth0: link becomes ready
 * usb 1-1: new high-speed USB device number 2
 * EXT4-fs (sda1): mounted filesystem
 * }</pre>
 */
final class OpeningLines {

    /** The largest length of the name of a subsystem or device. */
    private static final int LONGEST_NAME = 40;

    private static final int MOST_WORDS = 3;

    private int first;
    private int second;
    private int words;

    /** Notes a line, which must not be empty. */
    void note(int number, String text) {
        if (first == 0) {
            first = number;
        } else if (second == 0) {
            second = number;
        }
        if (words == 0 && !namesSpeaker(text) && !isFrame(text)) {
            words = number;
        }
    }

    /** Whether there are no lines before this one, or several that all look like a kernel's; a single one may be a title. */
    boolean isKernelsUpTo(int number) {
        var isOne = second == 0 || second >= number;
        return isNoneUpTo(number) || !isOne && (words == 0 || words >= number);
    }

    /** Whether all lines before this one have a time or are empty. */
    boolean isNoneUpTo(int number) {
        return first == 0 || first >= number;
    }

    private static boolean namesSpeaker(String text) {
        var colon = text.indexOf(": ");
        if (colon <= 0 || colon > LONGEST_NAME || !Character.isLetterOrDigit(text.charAt(0))) {
            return false;
        }
        var blanks = text.chars().limit(colon).filter(c -> c == ' ').count();
        return blanks < MOST_WORDS;
    }

    private static boolean isFrame(String text) {
        return text.contains("+0x") && text.contains("/0x");
    }
}
