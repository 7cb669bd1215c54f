package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.unsplat.symbols.TestTools;
import org.unsplat.triage.SampleReports;

/** The script of the help in a repository of 12 commits, whose logs hold two bugs and have gaps. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class GitBisectTest {

    private static final String BOOT = "[    0.000000] Linux version 6.12.0-toy (lkt@lkt) #1 SMP\n";
    private static final String BUG = SampleReports.circular("task_a/41", "toy_a", "toy_b", "toy_c");
    private static final String OTHER = SampleReports.circular("task_b/42", "toy_p", "toy_q");
    private static final int COMMITS = 12;
    private static final int FIRST_BAD = 8;

    @TempDir
    private Path dir;

    @Test
    void findsTheCommitOfOneBug() throws IOException, InterruptedException {
        assumeTrue(hasGit(), "git is missing");
        var repository = Files.createDirectory(dir.resolve("linux"));
        programs();
        git("init", "-q");
        for (int commit = 1; commit <= COMMITS; commit++) {
            Files.writeString(repository.resolve("boot.txt"), log(commit) + "commit " + commit + "\n");
            Files.writeString(repository.resolve("builds"), commit == 9 ? "no" : "yes");
            git("add", "boot.txt", "builds");
            git("commit", "-q", "-m", "commit " + commit);
        }
        TestTools.script(repository.resolve("bisect.sh"), script());
        git("bisect", "start", "HEAD", "HEAD~" + (COMMITS - 1));
        var said = git("bisect", "run", "./bisect.sh");
        assertTrue(said.contains("is the first bad commit"), said);
        assertEquals(
                "commit " + FIRST_BAD,
                git("log", "-1", "--format=%s", "refs/bisect/bad").strip(),
                said);
    }

    /** From the fourth on there is a race, too. Two do not boot or show another deadlock; the ninth does not build. */
    private static String log(int commit) {
        var race = commit >= 4 ? SampleReports.RACE : "";
        return switch (commit) {
            case 5 -> BOOT + race;
            case 6 -> BOOT + OTHER + "lkt login: \n";
            default -> BOOT + race + (commit >= FIRST_BAD ? BUG : "") + "lkt login: \n";
        };
    }

    private static String script() {
        var help = Cli.run("bisect", "--help").out();
        var script = help.substring(help.indexOf("#!/bin/sh")).replaceAll("(?m)^  ", "");
        var id = Cli.run((BOOT + BUG).getBytes(StandardCharsets.UTF_8), "parse")
                .out()
                .replaceAll("(?s).*\"site/1\": *\"([0-9a-f]{16})\".*", "$1");
        return script.replaceFirst("--id \\w+", "--id " + id);
    }

    /** What the script calls, in place of the real ones. */
    private void programs() throws IOException {
        var bin = Files.createDirectory(dir.resolve("bin"));
        TestTools.script(bin.resolve("make"), "#!/bin/sh\ngrep -q yes builds\n");
        TestTools.script(bin.resolve("qemu-system-x86_64"), "#!/bin/sh\ncat boot.txt\n");
        TestTools.script(
                bin.resolve("unsplat"),
                "#!/bin/sh\nexec '" + Path.of(System.getProperty("java.home"), "bin", "java") + "' -cp '"
                        + System.getProperty("java.class.path") + "' " + Main.class.getName() + " \"$@\"\n");
    }

    private static boolean hasGit() throws InterruptedException {
        try {
            return new ProcessBuilder("git", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private String git(String... args) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("git", "-c", "user.name=lkt", "-c", "user.email=lkt@example.org"));
        command.addAll(List.of(args));
        var builder = new ProcessBuilder(command)
                .directory(dir.resolve("linux").toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        builder.environment().put("HOME", dir.toString());
        builder.environment().put("PATH", dir.resolve("bin") + File.pathSeparator + System.getenv("PATH"));
        var process = builder.start();
        process.getOutputStream().close();
        var said = ProcessTest.text(process);
        assertEquals(0, process.waitFor(), said);
        return said;
    }
}
