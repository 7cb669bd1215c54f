package org.unsplat.render;

import java.nio.charset.StandardCharsets;

/** Encodes text as part of a URL: {@code my logs/a.log} becomes {@code my%20logs/a.log}. */
public final class PercentEncoding {

    private static final String PLAIN = "/-._~";

    private PercentEncoding() {}

    /** The text in UTF-8, percent-encoded except letters, digits and {@code /-._~}. */
    public static String of(String text) {
        var encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            var plain = b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || PLAIN.indexOf(b) >= 0;
            encoded.append(plain ? String.valueOf((char) b) : String.format("%%%02X", b));
        }
        return encoded.toString();
    }
}
