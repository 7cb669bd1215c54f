package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unsplat.cli.Cli;

/** What the README and the pages beside it say is so. */
class ReadmeTest {

    private static final String README = "README.md";
    private static final String CONTRIBUTING = ".github/CONTRIBUTING.md";
    private static final List<String> PAGES =
            List.of(README, CONTRIBUTING, ".github/CHANGELOG.md", ".github/SECURITY.md");

    private static final Pattern COMMAND = Pattern.compile("(?m)\\b(?:unsplat|unsplat\\.jar) ([a-z]+)( [^|\\n`>]*)?");
    private static final Pattern FENCE = Pattern.compile("```(?:sh|console)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CONSOLE =
            Pattern.compile("```console\\n\\$ unsplat ([^\\n|]*\\w)(?: \\| ([^\\n]*))?\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SCREEN =
            Pattern.compile("unsplat\\.jar (show \\S+)\\n```\\n\\n```\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(?:#[^)]*)?\\)");
    private static final Pattern PATH = Pattern.compile("\\b((?:src|samples)/[\\w/.-]*\\w)(?![\\w/.*<-])");
    private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w*[a-z]\\w*)(?:\\.[A-Z]+)?`");

    private static String text(String page) throws IOException {
        return Files.readString(Path.of(page));
    }

    /** Every command line of the shell examples, and every command of the tables. */
    static Stream<List<String>> commands() throws IOException {
        var all = text(README) + text(CONTRIBUTING);
        var examples = FENCE.matcher(all).results().map(match -> match.group(1)).toList();
        var tables = all.lines().filter(line -> line.startsWith("| `unsplat ")).toList();
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
    void theScreenIsWhatIsShown() throws IOException {
        var screen = SCREEN.matcher(text(README));
        assertTrue(screen.find(), "no screen");
        assertEquals(Cli.run(screen.group(1).split(" ")).out(), screen.group(2));
    }

    @Test
    void whatItShowsIsWhatIsPrinted() throws IOException, InterruptedException {
        var shown = CONSOLE.matcher(text(README)).results().toList();
        assertEquals(3, shown.size());
        for (var example : shown) {
            var result = Cli.run(example.group(1).split(" "));
            assertEquals("", result.err(), example.group(1));
            var filter = example.group(2);
            if (filter == null) {
                assertEquals(example.group(3), result.out(), example.group(1));
            } else if (isInstalled(filter.split(" ")[0])) {
                assertEquals(example.group(3), filtered(result.out(), filter), filter);
            }
        }
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(dir -> Files.isExecutable(Path.of(dir, program)));
    }

    private static String filtered(String text, String command) throws IOException, InterruptedException {
        var file = Files.createTempFile("unsplat", ".json");
        try {
            Files.writeString(file, text);
            var process = new ProcessBuilder("sh", "-c", command)
                    .redirectInput(file.toFile())
                    .redirectErrorStream(true)
                    .start();
            var out = new String(process.getInputStream().readAllBytes());
            assertEquals(0, process.waitFor(), out);
            return out;
        } finally {
            Files.delete(file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {README, CONTRIBUTING, ".github/CHANGELOG.md", ".github/SECURITY.md"})
    void theLinksAndPathsLeadSomewhere(String page) throws IOException {
        LINK.matcher(text(page))
                .results()
                .map(link -> Path.of(page).resolveSibling(link.group(1)).normalize())
                .forEach(path -> assertTrue(Files.exists(path), page + ": " + path + " does not exist"));
        PATH.matcher(LINK.matcher(text(page)).replaceAll("]"))
                .results()
                .map(path -> path.group(1))
                .forEach(path -> assertTrue(Files.exists(Path.of(path)), page + ": " + path + " does not exist"));
    }

    @Test
    void theReadmeLinksEveryPage() throws IOException {
        var readme = text(README);
        for (var page : PAGES.subList(1, PAGES.size())) {
            assertTrue(readme.contains("](" + page + ")"), page);
        }
    }

    @Test
    void theClassesThatRecipesNameExist() throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            var classes = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".java"))
                    .map(file -> file.replace(".java", ""))
                    .collect(Collectors.toSet());
            CLASS.matcher(text(CONTRIBUTING))
                    .results()
                    .map(name -> name.group(1))
                    .forEach(name -> assertTrue(classes.contains(name), name + " is no class"));
        }
    }

    @Test
    void itTellsOfEveryCommandAndCountsTheKinds() throws IOException {
        var readme = text(README);
        for (var command : List.of("parse", "check", "diff", "show", "clean", "graph", "schema", "kinds")) {
            assertTrue(readme.contains("`unsplat " + command), command);
        }
        var kinds = Cli.run("kinds").out().lines().count();
        assertTrue(readme.contains("lists the " + kinds + " kinds"), kinds + " kinds");
    }
}
