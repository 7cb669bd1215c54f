package org.unsplat.input.console;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.unsplat.input.bytes.HexByte;
import org.unsplat.input.bytes.LineDecoder;
import org.unsplat.input.bytes.TextScanner;

/**
 * A record of /dev/kmsg or of extended netconsole.
 *
 * <pre>{@code
 * 4,354,4224185,-;text
 * 4,354,4224185,-,caller=T1;\x0aother info that might help us debug this:
 * 6.12.0,4,354,4224185,-,ncfrag=0/33;text
 *  SUBSYSTEM=pci
 * }</pre>
 *
 * @param time seconds since boot
 * @param caller null if the record has none
 * @param flag up to 4.8 {@code c} for the first fragment of a line and {@code +} for the others; later {@code -}, and {@code c}
 *        for text that continues the record before it or, as lockdep's locks, is on a line below it
 * @param packet whether the text continues that of the previous packet
 * @param cut whether the text continues in the next packet
 * @param end the index where the record ends; netconsole puts a newline only after the last packet
 */
record KmsgRecord(Double time, String caller, String text, char flag, boolean packet, boolean cut, int end) {

    private static final String FRAGMENT = ",ncfrag=";

    /** Parses the record that begins here; null if there is none. */
    static KmsgRecord read(String line, int at) {
        var end = line.indexOf(';', at);
        if (end < 0 || end - at > 200) {
            return null;
        }
        var fields = line.substring(at, end).split(",", -1);
        var first = fields.length > 4 && !TextScanner.isNumber(fields[0], 20) ? 1 : 0;
        if (fields.length < first + 4
                || !TextScanner.isNumber(fields[first], 20)
                || !TextScanner.isNumber(fields[first + 1], 20)
                || !TextScanner.isNumber(fields[first + 2], 20)
                || fields[first + 3].length() != 1
                || "-c+".indexOf(fields[first + 3].charAt(0)) < 0) {
            return null;
        }
        var caller = (String) null;
        var offset = 0;
        var total = 0;
        var bodyEnd = line.length();
        for (var field : List.of(fields).subList(first + 4, fields.length)) {
            if (field.startsWith("caller=")) {
                caller = Caller.read(field.substring(7));
            } else if (field.startsWith("ncfrag=")) {
                var slash = field.indexOf('/');
                offset = number(field, 7, slash);
                total = number(field, slash + 1, field.length());
                bodyEnd = packetEnd(line, at, end);
            }
        }
        // The length includes the newline at the end
        var cut = offset + bodyEnd - end < total;
        return new KmsgRecord(
                PrintkTime.microseconds(fields[first + 2]),
                caller,
                line.substring(end + 1, bodyEnd),
                fields[first + 3].charAt(0),
                offset > 0,
                cut,
                bodyEnd);
    }

    /** The index of the next packet of the same record on this line, else the end of the line. */
    private static int packetEnd(String line, int at, int headEnd) {
        var head = line.substring(at, line.indexOf(FRAGMENT, at) + FRAGMENT.length());
        var next = line.indexOf(head, headEnd);
        return next < 0 ? line.length() : next;
    }

    private static int number(String text, int from, int to) {
        var digits = from < to ? text.substring(from, to) : "";
        return TextScanner.isNumber(digits, 20) && digits.length() < 9 ? Integer.parseInt(digits) : 0;
    }

    /** Whether this line is part of the dictionary after a record: {@code  SUBSYSTEM=pci}. */
    static boolean isDictionary(String line) {
        if (line.isEmpty() || line.charAt(0) != ' ') {
            return false;
        }
        var at = 1;
        while (at < line.length() && (Character.isLetter(line.charAt(at)) || line.charAt(at) == '_')) {
            at++;
        }
        return at > 1 && at < line.length() && line.charAt(at) == '=';
    }

    /** The text with escapes such as {@code \x0a} replaced by the bytes. */
    static String unescape(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        var bytes = new ByteArrayOutputStream(text.length());
        for (var at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            var value = c == '\\' && text.startsWith("x", at + 1) ? HexByte.at(text, at + 2) : -1;
            if (value >= 0) {
                bytes.write(value);
                at += 3;
            } else {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return LineDecoder.lenient(bytes.toByteArray(), 0, bytes.size());
    }
}
