package org.unsplat.input.mail;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The unfolded headers of a mail or of one of its parts.
 *
 * <pre>{@code
 * Subject: possible deadlock
 *  in two lines
 * Content-Type: text/plain; charset=utf-8; format=flowed
 * }</pre>
 */
final class HeaderBlock {

    /** The length in characters, including folded lines, after which a header is cut. */
    private static final int VALUE_LIMIT = 8192;

    static final String CUT =
            "a header of a mail is longer than " + VALUE_LIMIT + " characters: the rest of it was left out";

    /** The headers that are used; others may exceed the limit. */
    private static final Set<String> ASKED = Set.of(
            "subject from to cc reply-to date message-id list-id list-post x-mailing-list content-type".split(" "));

    /** Headers that make a block at the start of an input the header of a mail. */
    private static final Set<String> USUAL =
            Set.of("subject from to date message-id received return-path mime-version delivered-to".split(" "));

    /** Headers that neither prose nor the quoted header of a forwarded mail begins with. */
    private static final Set<String> TRANSPORT =
            Set.of("return-path", "received", "delivered-to", "message-id", "x-original-to");

    private final Map<String, String> values = new LinkedHashMap<>();
    private String last;
    private boolean mbox;
    private boolean cut;

    static boolean isMboxLine(String text) {
        return text.startsWith("From ")
                && text.length() < 300
                && text.indexOf(':') > 0
                && Character.isDigit(text.charAt(text.length() - 1));
    }

    static boolean isHeader(String text) {
        return nameEnd(text) > 0;
    }

    static boolean isTransport(String text) {
        var end = nameEnd(text);
        return end > 0 && TRANSPORT.contains(name(text, end));
    }

    private static String name(String text, int end) {
        return text.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private static int nameEnd(String text) {
        for (var at = 0; at < Math.min(text.length(), 77); at++) {
            var c = text.charAt(at);
            if (c == ':') {
                return at;
            }
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_')) {
                return -1;
            }
        }
        return -1;
    }

    /** Adds the next line of the block; false if the line cannot belong to it. */
    boolean add(String text) {
        if (text.isBlank()) {
            return false;
        }
        if (last == null && !mbox && isMboxLine(text)) {
            mbox = true;
            return true;
        }
        if (text.charAt(0) == ' ' || text.charAt(0) == '\t') {
            return fold(text);
        }
        var end = nameEnd(text);
        if (end <= 0) {
            return false;
        }
        last = name(text, end);
        values.putIfAbsent(last, limited(text.substring(end + 1)));
        return true;
    }

    private boolean fold(String more) {
        if (last != null && values.get(last).length() < VALUE_LIMIT) {
            values.merge(last, limited(more), (value, folded) -> value + " " + folded);
        } else {
            cut |= last != null && ASKED.contains(last);
        }
        return last != null;
    }

    /** The part of a header line that is kept; mail allows no line of more than 998 characters. */
    private String limited(String value) {
        cut |= value.length() > VALUE_LIMIT && ASKED.contains(last);
        return value.substring(0, Math.min(value.length(), VALUE_LIMIT)).strip();
    }

    /** Whether a header that is used was cut. */
    boolean isCut() {
        return cut;
    }

    /** @param atStart whether the block is at the start of the input, where less evidence suffices */
    boolean isMail(boolean atStart) {
        var usual = values.keySet().stream().filter(USUAL::contains).count();
        var sent = values.containsKey("from") || values.containsKey("subject");
        return usual >= 2 && sent && (atStart || mbox || isDelivered());
    }

    /** Whether a server delivered the mail, unlike a patch that git formatted as a mail. */
    boolean isDelivered() {
        return values.containsKey("message-id") || values.containsKey("received");
    }

    /** The value of the header with this lower-case name, or null. */
    String get(String name) {
        return values.get(name);
    }

    String get(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }
}
