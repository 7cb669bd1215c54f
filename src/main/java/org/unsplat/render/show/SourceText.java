package org.unsplat.render.show;

import java.util.List;

/** The kernel's source files, if the user has them. */
public interface SourceText {

    SourceText NONE = (file, line) -> List.of();

    /**
     * Returns a line of a file with its neighbours.
     *
     * @param file within the kernel's tree
     * @param line from 1
     * @return empty if there is no such line
     */
    List<Line> around(String file, int line);

    /** A line of a file without its line end. */
    record Line(int number, String text) {}
}
