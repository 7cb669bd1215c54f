package org.unsplat.render.html;

import java.util.ArrayList;
import java.util.List;

/** The parts of a path, each with the slash at its end. A browser may break the line between them. */
final class PathParts {

    private PathParts() {}

    static String first(String text) {
        return text.substring(0, end(text, 0));
    }

    static List<String> others(String text) {
        var parts = new ArrayList<String>();
        for (var start = end(text, 0); start < text.length(); start = end(text, start)) {
            parts.add(text.substring(start, end(text, start)));
        }
        return parts;
    }

    private static int end(String text, int start) {
        var slash = text.indexOf('/', start + 1);
        return slash < 0 ? text.length() : slash + 1;
    }
}
