package org.unsplat.render.show;

import java.util.List;

/** The files of the kernel's source, where the user has them. */
public interface SourceText {

    /** No source. */
    SourceText NONE = (file, line) -> List.of();

    /**
     * A line of a file with the one before it and the one behind it.
     *
     * @param file within the kernel's tree
     * @param line from 1
     * @return nothing where there is no such line
     */
    List<Line> around(String file, int line);

    /** A line of a file, without its end. */
    record Line(int number, String text) {}
}
