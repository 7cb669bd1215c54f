package org.unsplat.render.ci;

import org.unsplat.render.PercentEncoding;

/** The name of a file as a URI reference: {@code my logs/a.log} becomes {@code my%20logs/a.log}. */
final class LogUri {

    private LogUri() {}

    static String of(String name) {
        var path = name.equals("-") ? "stdin" : name.startsWith("./") ? name.substring(2) : name;
        return (path.startsWith("/") ? "file://" : "") + PercentEncoding.of(path);
    }
}
