package org.unsplat.render.html;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.unsplat.cli.Cli;

/** Makes pages by the program itself. */
final class Pages {

    private Pages() {}

    /** The page of a check of these inputs. */
    static Path check(Path page, String... arguments) {
        var command = new ArrayList<>(List.of("check", "--html", page.toString()));
        command.addAll(List.of(arguments));
        var result = Cli.run(command.toArray(String[]::new));
        assertTrue(result.status() < 2, result.err());
        return page;
    }

    /** The page of what stands on stdin. */
    static Path show(Path page, String input, String... arguments) {
        var command = new ArrayList<>(List.of("show", "--format", "html", "-o", page.toString()));
        command.addAll(List.of(arguments));
        var result = Cli.run(input.getBytes(StandardCharsets.UTF_8), command.toArray(String[]::new));
        assertTrue(result.status() < 2, result.err());
        return page;
    }
}
