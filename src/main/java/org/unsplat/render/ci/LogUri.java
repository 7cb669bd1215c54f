package org.unsplat.render.ci;

import java.nio.charset.StandardCharsets;

/** The name of a file as a URI reference: {@code my logs/a.log} is {@code my%20logs/a.log}. */
final class LogUri {

    private static final String PLAIN = "/-._~";

    private LogUri() {}

    static String of(String name) {
        var path = name.equals("-") ? "stdin" : name.startsWith("./") ? name.substring(2) : name;
        var uri = new StringBuilder(path.startsWith("/") ? "file://" : "");
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            var plain = b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || PLAIN.indexOf(b) >= 0;
            uri.append(plain ? String.valueOf((char) b) : String.format("%%%02X", b));
        }
        return uri.toString();
    }
}
