package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unsplat.ParseSchema;

/** The forms of parse beside the document. */
class ParseFormsTest {

    private static final String CYCLE = "samples/lockdep/circular-dependency/6.12-x86_64-decoded.log";
    private static final String HEAD =
            "id,kind,title,input,line,complete,cycle/1,site/1,stack/1,cut/1," + "kernel,comm,syzbot_id,explanation\r\n";

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
                        + " cycle: lkt_m_ab (lkt/lkt.c:126) took lkt_mb while lkt_ma was held.\"\r\n",
                csv.out());
        assertEquals(HEAD, Cli.run("parse", "--format=csv").out());
    }

    /** As RFC 4180 says: in quotes, which are doubled within. */
    @Test
    void anInputMayBeCalledAnything(@TempDir Path folder) throws IOException {
        var log = Files.copy(Path.of(CYCLE), folder.resolve("a\",b\nc.log")).toString();
        var csv = Cli.run("parse", "--format=csv", log).out();
        assertTrue(csv.contains(",\"" + log.replace("\"", "\"\"") + "\",11,"), csv);
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
