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

/** The commands of the README's section on CI, with its files in a folder of their own. */
class ReadmeChecksTest {

    private static final Pattern COMMAND = Pattern.compile(
            "(?m)^(?:    |  )?(?:- )?(?:(dmesg) \\| )?(?:unsplat|java -jar unsplat\\.jar) ((?:check|diff) (?:[^#\\n\\\\]|\\\\\\n)*)");

    @TempDir
    private Path folder;

    @Test
    void everyCommandRuns() throws IOException {
        Files.createDirectories(folder.resolve(".github"));
        Files.createDirectories(folder.resolve("ci"));
        for (var log : List.of("console.log", "parent.log", "commit.log")) {
            Files.writeString(folder.resolve(log), SampleReports.RACE);
        }
        for (var baseline : List.of(".github/splats.json", "ci/splats.json")) {
            Cli.run("check", "--baseline", folder + "/" + baseline, "--write-baseline", folder + "/console.log");
        }
        var commands = commands();
        assertEquals(6, commands.size(), commands.toString());
        assertEquals(Exit.NEW_FOUND, run(commands.get(0)).status());
        for (var command : commands.subList(1, commands.size())) {
            assertEquals(new Cli.Result(0, run(command).out(), ""), run(command), command);
        }
        for (var written : List.of("known.json", "splats.sarif", "summary.md", "splats.xml", "splats.json")) {
            assertTrue(Files.size(folder.resolve(written)) > 0, written);
        }
        Files.writeString(folder.resolve("console.log"), SampleReports.UNKNOWN_ORIGIN);
        Files.writeString(folder.resolve("commit.log"), SampleReports.UNKNOWN_ORIGIN);
        for (var command : commands.subList(2, commands.size())) {
            assertEquals(Exit.NEW_FOUND, run(command).status(), command);
        }
    }

    private static List<String> commands() throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        int begin = readme.indexOf("## In CI");
        var section = readme.substring(begin, readme.indexOf("\n## ", begin));
        var commands = new ArrayList<String>();
        var found = COMMAND.matcher(section);
        while (found.find()) {
            commands.add(found.group(2).replace("\\\n", " ").strip());
        }
        return commands;
    }

    private Cli.Result run(String command) {
        var words = new ArrayList<String>();
        for (var word : command.split("\\s+")) {
            var plain = word.replace("\"$GITHUB_STEP_SUMMARY\"", "summary.md");
            words.add(plain.matches("[.\\w/]*\\.\\w+") ? folder.resolve(plain).toString() : plain);
        }
        assertFalse(words.toString().contains("$"), command);
        return Cli.run(SampleReports.RACE.getBytes(StandardCharsets.UTF_8), words.toArray(String[]::new));
    }
}
