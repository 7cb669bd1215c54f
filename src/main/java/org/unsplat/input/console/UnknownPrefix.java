package org.unsplat.input.console;

/**
 * Text before a printk time within a line that no kernel printed: a prompt, or what a tool puts before every line.
 *
 * <pre>{@code
 * syzkaller login: [   12.345678] text
 * dut1 | 12:00:00 [   12.345678] text
 * }</pre>
 *
 * <p>The kernel's own mark, {@code ** 3 printk messages dropped ** [   12.345678] text}, is not such text.
 */
final class UnknownPrefix {

    private static final int LONGEST = 64;

    private String last = "";

    /** Whether the text before the time can be left out. */
    boolean isPrefix(String text) {
        if (text.isBlank() || text.stripTrailing().endsWith("login:")) {
            return true;
        }
        if (text.length() > LONGEST || text.startsWith("** ")) {
            return false;
        }
        var shape = shape(text);
        var repeated = shape.equals(last);
        last = shape;
        return repeated || isStamp(text);
    }

    /** The text with all digits alike, so that counters and times in it do not matter. */
    private static String shape(String text) {
        var shape = text.toCharArray();
        for (var at = 0; at < shape.length; at++) {
            shape[at] = shape[at] >= '0' && shape[at] <= '9' ? '0' : shape[at];
        }
        return new String(shape);
    }

    private static boolean isStamp(String text) {
        for (var at = 0; at < text.length(); at++) {
            if ("0123456789:.,-/+TZ[]()| ".indexOf(text.charAt(at)) < 0) {
                return false;
            }
        }
        return true;
    }
}
