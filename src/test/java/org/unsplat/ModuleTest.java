package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The library from outside: the example of the entry point compiles and runs in another module, and sees no more. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ModuleTest {

    private static final Pattern EXAMPLE = Pattern.compile("<pre>\\{@code\\n(.*?)\\n \\* }</pre>", Pattern.DOTALL);
    private static final String RACE = "samples/kcsan/data-race/6.12-x86_64-marked-write.log";
    private static final String CYCLE = "samples/lockdep/circular-dependency/6.12-x86_64-decoded.log";

    @TempDir
    private Path dir;

    @Test
    void theExampleOfStreamsRuns() throws IOException, InterruptedException {
        assertEquals("KCSAN: data-race in kct_rd32 [kct] / kct_wr_once [kct]", printedByExampleOf("Reports", RACE));
    }

    @Test
    void theExampleOfBugsRuns() throws IOException, InterruptedException {
        assertEquals("1 possible deadlock in lkt_m_ba", printedByExampleOf("Bugs", CYCLE));
    }

    @Test
    void theExampleOfReadersRuns() throws IOException, InterruptedException {
        var printed = printedByExampleOf("ReportReader", CYCLE).lines().toList();
        assertTrue(
                printed.get(0).startsWith("{\"id\":\"r1\",\"kind\":\"lockdep-circular-dependency\","), printed.get(0));
        assertEquals(List.of("lockdep was off from line 11"), printed.subList(1, printed.size()));
    }

    /** Compiles and runs an example without picocli, which the library does not need. */
    private String printedByExampleOf(String type, String log) throws IOException, InterruptedException {
        var example = EXAMPLE.matcher(Files.readString(Path.of("src/main/java/org/unsplat/" + type + ".java")));
        assertTrue(example.find());
        var lines = example.group(1).replaceAll("(?m)^ \\* ", "").replace("console.log", log);
        assertEquals("", compile(lines));
        return library().run("--module-path", "-m", "outside/outside.Example");
    }

    private LibraryProgram library() {
        return new LibraryProgram(Path.of("target/classes"), dir);
    }

    @Test
    void nothingElseIsSeen() throws IOException {
        for (var inner : List.of("org.unsplat.scan.Scan", "org.unsplat.demux.Engine", "org.unsplat.cli.Main")) {
            var messages = compile("System.out.println(" + inner + ".class);");
            assertTrue(messages.contains("is not visible"), messages);
        }
    }

    /** What the compiler says to a module that holds these lines. */
    private String compile(String lines) throws IOException {
        var module = Files.writeString(dir.resolve("module-info.java"), "module outside { requires org.unsplat; }");
        var source = Files.writeString(
                dir.resolve("Example.java"),
                "package outside;\nimport java.nio.file.Path;\n"
                        + "import java.util.stream.Stream;\nimport org.unsplat.*;\nimport org.unsplat.model.Report;\n"
                        + "class Example { public static void main(String[] args) throws Exception {\n" + lines
                        + "\n} }\n");
        return library().compile("--module-path", module, source);
    }
}
