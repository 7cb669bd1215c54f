package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unsplat.triage.SampleReports;

/** The commands of the README's section on CI, with its files in a directory of their own. */
class ReadmeChecksTest {

    private static final Pattern COMMAND =
            Pattern.compile("(?m)(?:^ *|`)(?:unsplat|java -jar unsplat\\.jar) (check (?:[^#\\n`\\\\]|\\\\\\n)*)");

    @TempDir
    private Path dir;

    @Test
    void everyCommandRuns() throws IOException {
        Files.createDirectories(dir.resolve(".github"));
        Files.writeString(dir.resolve("console.log"), SampleReports.RACE);
        var commands = commands();
        assertEquals(2, commands.size(), commands.toString());
        for (var command : commands) {
            assertEquals(new Cli.Result(0, run(command).out(), ""), run(command), command);
        }
        for (var written : List.of(".github/splats.json", "splats.sarif", "summary.md")) {
            assertTrue(Files.size(dir.resolve(written)) > 0, written);
        }
        Files.writeString(dir.resolve("console.log"), SampleReports.UNKNOWN_ORIGIN);
        assertEquals(Exit.NEW_FOUND, run(commands.get(1)).status());
    }

    private static List<String> commands() throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        int begin = readme.indexOf("## In CI");
        var section = readme.substring(begin, readme.indexOf("\n## ", begin));
        var commands = new ArrayList<String>();
        var found = COMMAND.matcher(section);
        while (found.find()) {
            commands.add(found.group(1).replace("\\\n", " ").strip());
        }
        return commands;
    }

    private Cli.Result run(String command) {
        var words = new ArrayList<String>();
        for (var word : command.split("\\s+")) {
            var plain = word.replace("\"$GITHUB_STEP_SUMMARY\"", "summary.md");
            words.add(plain.matches("[.\\w/]*\\.\\w+") ? dir.resolve(plain).toString() : plain);
        }
        assertFalse(words.toString().contains("$"), command);
        return Cli.run(SampleReports.RACE.getBytes(StandardCharsets.UTF_8), words.toArray(String[]::new));
    }
}
