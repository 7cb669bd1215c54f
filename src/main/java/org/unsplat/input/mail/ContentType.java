package org.unsplat.input.mail;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The header {@code Content-Type: text/plain; charset="utf-8"; format=flowed}. Names are in lower case. */
record ContentType(String type, Map<String, String> parameters) {

    static ContentType of(String header) {
        var parameters = new HashMap<String, String>();
        var end = part(header, 0);
        var type = header.substring(0, end).strip().toLowerCase(Locale.ROOT);
        while (end < header.length()) {
            var start = end + 1;
            end = part(header, start);
            var equals = header.indexOf('=', start);
            if (equals > 0 && equals < end) {
                var name = header.substring(start, equals).strip().toLowerCase(Locale.ROOT);
                parameters.put(name, unquoted(header.substring(equals + 1, end).strip()));
            }
        }
        return new ContentType(type, parameters);
    }

    /** The index where the part that begins at {@code start} ends: a semicolon outside of quotes, or the end. */
    private static int part(String header, int start) {
        var quoted = false;
        for (var at = start; at < header.length(); at++) {
            var c = header.charAt(at);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                return at;
            }
        }
        return header.length();
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }

    boolean is(String other) {
        return type.equals(other);
    }

    boolean isMultipart() {
        return type.startsWith("multipart/") && parameters.containsKey("boundary");
    }

    /** Whether it may contain a log. Mailers attach logs under all kinds of types, but not under these. */
    boolean isReadable() {
        return !type.startsWith("image/")
                && !type.startsWith("audio/")
                && !type.startsWith("video/")
                && !type.startsWith("application/pgp")
                && !type.startsWith("application/pkcs")
                && !type.startsWith("application/x-pkcs")
                && !type.endsWith("zip")
                && !type.endsWith("pdf")
                && !type.contains("compressed");
    }

    /** The value of the parameter, or null. */
    String parameter(String name) {
        return parameters.get(name);
    }

    /** The charset of the text; UTF-8 if not given or unknown. */
    Charset charset() {
        try {
            var name = parameters.getOrDefault("charset", "utf-8");
            return Charset.isSupported(name) && !name.equalsIgnoreCase("us-ascii")
                    ? Charset.forName(name)
                    : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
