package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unsplat.cli.Cli;

/** What the README shows is what happens. */
class ReadmeTest {

    private static final Pattern COMMAND = Pattern.compile("(?m)\\b(?:unsplat|unsplat\\.jar) ([a-z]+)( [^|\\n`>]*)?");
    private static final Pattern SHOWN =
            Pattern.compile("`unsplat ([^`]+)` prints this.*?```json\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern FENCE = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern PATH = Pattern.compile("\\]\\(([\\w/.-]+)\\)|`(src/[\\w/.]+|samples/[\\w/.-]+)`");

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    /** Every command line of the shell examples, and every command of the tables. */
    static Stream<List<String>> commands() throws IOException {
        var examples =
                FENCE.matcher(readme()).results().map(match -> match.group(1)).toList();
        var tables =
                readme().lines().filter(line -> line.startsWith("| `unsplat ")).toList();
        return Stream.concat(examples.stream(), tables.stream())
                .flatMap(text -> COMMAND.matcher(text).results())
                .map(ReadmeTest::words)
                .distinct();
    }

    private static List<String> words(MatchResult command) {
        var options = command.group(2) == null
                ? Stream.<String>empty()
                : Stream.of(command.group(2).strip().split("[\\s=]+"))
                        .filter(word -> word.startsWith("-") && word.length() > 1);
        return Stream.concat(Stream.of(command.group(1)), options).toList();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theCommandAndItsOptionsExist(List<String> command) {
        var help = Cli.run(command.get(0), "--help");
        assertEquals(0, help.status(), help.err());
        command.stream()
                .skip(1)
                .forEach(
                        option -> assertTrue(help.out().contains(option), command.get(0) + " has no option " + option));
    }

    @Test
    void whatItShowsIsWhatIsPrinted() throws IOException {
        var shown = SHOWN.matcher(readme());
        assertTrue(shown.find(), "no output is shown");
        var result = Cli.run(shown.group(1).split(" "));
        assertEquals(0, result.status());
        var parts = shown.group(2).split("(?m)^ *\\.\\.\\.\\n");
        var at = 0;
        for (var part : parts) {
            var found = result.out().indexOf(part, at);
            assertTrue(found >= 0, "not printed, or not there:\n" + part);
            at = found + part.length();
        }
        assertTrue(result.out().endsWith(parts[parts.length - 1]), "it does not end so");
    }

    @Test
    void theFilesItNamesExist() throws IOException {
        PATH.matcher(readme())
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .forEach(path -> assertTrue(Files.exists(Path.of(path)), path + " does not exist"));
    }

    @Test
    void itTellsOfEveryCommand() throws IOException {
        var readme = readme();
        for (var command : List.of("parse", "check", "diff", "show", "clean", "graph", "schema", "kinds")) {
            assertTrue(readme.contains("`unsplat " + command), command);
        }
    }
}
