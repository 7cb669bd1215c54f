package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unsplat.ParseSchema;
import tools.jackson.databind.json.JsonMapper;

/** The forms of parse beside the document. */
class ParseFormsTest {

    private static final String CYCLE = "samples/lockdep/circular-dependency/6.12-x86_64-decoded.log";
    private static final String HEAD = "id,kind,title,input,line,complete,cycle/1,site/1,stack/1,cut/1,"
            + "kernel,comm,syzbot_id,explanation,bug,wall,time,acquired,held,"
            + "access1_op,access1_marked,access1_size,access1_function,access1_file,access1_line,"
            + "access2_op,access2_marked,access2_size,access2_function,access2_file,access2_line\r\n";

    /** The values are those that the README shows of this report. */
    @Test
    void aRowHasWhatTheDocumentHas() {
        var csv = Cli.run("parse", "--format=csv", CYCLE);
        assertEquals(
                HEAD
                        + "r1,lockdep-circular-dependency,possible deadlock in lkt_m_ba," + CYCLE + ",11,true,"
                        + "695f2d94e1d7c50a,0d6539a177df7d83,f210707ce48bad02,,6.12.117,insmod,,"
                        + "\"insmod/45 takes lkt_ma in lkt_m_ba (lkt/lkt.c:129) while it holds lkt_mb, taken in"
                        + " lkt_m_ba (lkt/lkt.c:129), which closes the"
                        + " cycle: lkt_m_ab (lkt/lkt.c:126) took lkt_mb while lkt_ma was held.\","
                        + "cycle/1 695f2d94e1d7c50a,,6.208247,lkt_ma,lkt_mb,,,,,,,,,,,,\r\n",
                csv.out());
        assertEquals(HEAD, Cli.run("parse", "--format=csv").out());
    }

    /** As RFC 4180 says: in quotes, which are doubled within. */
    @Test
    void anInputMayBeCalledAnything(@TempDir Path dir) throws IOException {
        var log = Files.copy(Path.of(CYCLE), dir.resolve("a\",b\nc.log")).toString();
        var csv = Cli.run("parse", "--format=csv", log).out();
        assertTrue(csv.contains(",\"" + log.replace("\"", "\"\"") + "\",11,"), csv);
    }

    /** Read by a reader of others: Python's, which DuckDB's in the fleet profile stands beside. */
    @Test
    void pythonReadsWhatWasWritten(@TempDir Path dir) throws Exception {
        assumeTrue(Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "python3"))));
        var race = "samples/kcsan/data-race/6.12-x86_64-one-bit.log";
        var log = Files.copy(Path.of(race), dir.resolve("a\",b\nc.log")).toString();
        var csv = dir.resolve("out.csv").toString();
        assertEquals(0, Cli.run("parse", "--format=csv", "-o", csv, log, CYCLE).status());
        var program = "import csv,json,sys; print(json.dumps(list(csv.DictReader(open(sys.argv[1], newline='')))))";
        var python = new ProcessBuilder("python3", "-c", program, csv)
                .redirectErrorStream(true)
                .start();
        var rows = JsonMapper.shared().readTree(python.getInputStream().readAllBytes());
        assertEquals(2, rows.size());
        assertEquals(log, rows.at("/0/input").asString());
        assertEquals(
                "KCSAN: data-race in kct_nonatomic_bit [kct] / kct_rd_bits [kct]",
                rows.at("/0/title").asString());
        assertEquals("write", rows.at("/0/access1_op").asString());
        assertEquals("false", rows.at("/0/access1_marked").asString());
        assertEquals("8", rows.at("/0/access1_size").asString());
        assertEquals("kct_nonatomic_bit", rows.at("/0/access1_function").asString());
        assertEquals("kct_rd_bits", rows.at("/0/access2_function").asString());
        assertEquals("site/1 908708150dfaebb8", rows.at("/0/bug").asString());
        assertEquals("lkt_ma", rows.at("/1/acquired").asString());
        assertEquals(31, rows.get(1).size());
    }

    /** A log may call a lock or a task what a spreadsheet would run. */
    @Test
    void noFieldIsAFormula(@TempDir Path dir) throws IOException {
        var text = Files.readString(Path.of(CYCLE));
        for (var start : List.of("=", "+", "-", "@", "\uff1d")) {
            var formula = start + "HYPERLINK(1)";
            var log = Files.writeString(dir.resolve("x.log"), text.replace("lkt_mb", formula));
            var csv = Cli.run("parse", "--format=csv", log.toString()).out();
            assertTrue(csv.contains(",lkt_ma,'" + formula + ",,"), csv);
            assertFalse(csv.contains("," + start) || csv.contains(",\"" + start), csv);
        }
        var stdin = Cli.run(text.getBytes(StandardCharsets.UTF_8), "parse", "--format=csv", "-");
        assertTrue(stdin.out().contains(",-,11,true,"), stdin.out());
    }

    @Test
    void strictHoldsOfRowsToo() {
        var cut =
                ("BUG: KCSAN: data-race in a / b\n\nwrite to 0xffffffff84000000 of 8 bytes by task 41 on cpu 1:\n a+0x1/0x2\n")
                        .getBytes(StandardCharsets.UTF_8);
        assertEquals(
                Exit.NOT_UNDERSTOOD,
                Cli.run(cut, "parse", "--strict", "--format=csv").status());
    }

    @Test
    void usagesInWordsCanBeLeftOut() {
        for (var form : List.of("--format=json", "--format=jsonl", "--compact")) {
            var whole = Cli.run("parse", form, CYCLE).out();
            var brief = Cli.run("parse", form, "--no-decoded", CYCLE).out();
            assertTrue(whole.contains("\"usage_decoded\""), whole);
            assertFalse(brief.contains("\"usage_decoded\""), brief);
            assertTrue(brief.contains("\"usage\""), brief);
        }
        assertEquals(
                List.of(),
                ParseSchema.faults(Cli.run("parse", "--no-decoded", CYCLE).out()));
    }
}
