package org.unsplat.render;

import java.nio.charset.StandardCharsets;

/** Text as a part of an address: {@code my logs/a.log} is {@code my%20logs/a.log}. */
public final class PercentEncoding {

    private static final String PLAIN = "/-._~";

    private PercentEncoding() {}

    /** The UTF-8 of the text, in which letters, digits and {@code /-._~} stay. */
    public static String of(String text) {
        var encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            var plain = b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || PLAIN.indexOf(b) >= 0;
            encoded.append(plain ? String.valueOf((char) b) : String.format("%%%02X", b));
        }
        return encoded.toString();
    }
}
