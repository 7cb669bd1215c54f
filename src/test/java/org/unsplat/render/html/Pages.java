package org.unsplat.render.html;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.unsplat.cli.Cli;

/** Makes pages by the program itself. */
final class Pages {

    /** The title of the bug of each state on the page of {@link #compared}. */
    static final Map<String, String> TITLES = new TreeMap<>(Map.of(
            "new", "KCSAN: data-race in kct_nonatomic_bit [kct] / kct_rd_bits [kct]",
            "expired", "possible deadlock in lkt_m_ba",
            "known", "possible deadlock in lkt_sa_irq",
            "stale", "a bug of long ago"));

    private static final String BASELINE = """
            {"baseline_version": "1.0", "entries": [
              {"name": "cycle/1", "id": "52266a8f31458d3f", "reason": "lives in a test", "owner": "Ada"},
              {"name": "cycle/1", "id": "695f2d94e1d7c50a", "reason": "was to be mended", "expires": "2020-01-31"},
              {"name": "site/1", "id": "ffffffffffffffff", "kind": "lockdep-assert", "title": "a bug of long ago",
               "reason": "rare"}]}
            """;

    private Pages() {}

    /** A page with one bug of each state. */
    static Path compared(Path dir) {
        var baseline = dir.resolve("baseline.json");
        try {
            Files.writeString(baseline, BASELINE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return check(
                dir.resolve("compared.html"),
                "--baseline",
                baseline.toString(),
                "samples/lockdep/irq-order/6.12-x86_64-decoded.log",
                "samples/lockdep/circular-dependency/6.12-x86_64-decoded.log",
                "samples/kcsan/data-race/6.12-x86_64-one-bit.log");
    }

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
