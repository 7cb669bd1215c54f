package org.unsplat.render.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.unsplat.ParseSchema;
import org.unsplat.model.AccessBuilder;
import org.unsplat.model.Backtrace;
import org.unsplat.model.Chain;
import org.unsplat.model.HeldLocks;
import org.unsplat.model.LockBuilder;
import org.unsplat.model.Lockdep;
import org.unsplat.model.LockdepBuilder;
import org.unsplat.model.Problem;
import org.unsplat.model.Race;
import org.unsplat.model.Report;
import org.unsplat.model.ReportRecordBuilder;
import org.unsplat.model.Scenario;
import org.unsplat.model.StackFrame;
import org.unsplat.model.StackFrameBuilder;
import org.unsplat.model.SystemInfo;
import org.unsplat.model.SystemInfoBuilder;
import org.unsplat.model.Task;
import org.unsplat.model.UnparsedLine;
import org.unsplat.model.UsageState;
import org.unsplat.model.WaitTypes;
import org.unsplat.model.Where;
import org.unsplat.render.FilledRecords;

class ReportJsonTest {

    private static final StackFrame WORK = frame("process_one_work", "0x45a", "0x5d0", null, null, false);
    private static final StackFrame SET_BIT = frame("set_work_data", null, null, "kernel/workqueue.c", 648, true);

    @Test
    void race() {
        var access = AccessBuilder.builder()
                .type("read-write (marked)")
                .op("read-write")
                .marked(true)
                .address("0xffff88810a1b2be8")
                .size(8)
                .context("task")
                .pid(63)
                .cpu(0)
                .stack(List.of(SET_BIT, WORK))
                .build();
        var race = new Race(
                "data-race",
                false,
                List.of("process_one_work"),
                List.of(access),
                new Race.ValueChange("0x1", "0x3", "0x2"));
        var system = SystemInfoBuilder.builder()
                .kernel("6.11.0")
                .build("#0")
                .cpu(0)
                .pid(63)
                .comm("kworker/u8:4")
                .taint(new SystemInfo.Taint(List.of(), List.of()))
                .create();
        assertWritten(report("kcsan", "data-race", system, race, null, null), """
                    {
                      "id": "r1",
                      "kind": "kcsan-data-race",
                      "family": "kcsan",
                      "title": "Grüße \\"1\\"\\u001B",
                      "headline": "headline",
                      "where": {
                        "input": "-",
                        "lines": [3, 47],
                        "time": [12.0, 12.000125],
                        "caller": "T63"
                      },
                      "complete": false,
                      "problems": [
                        {
                          "code": "missing-part",
                          "line": 9,
                          "message": "no footer"
                        }
                      ],
                      "unparsed": [
                        {
                          "line": 8,
                          "text": "?"
                        }
                      ],
                      "foreign": [5],
                      "system": {
                        "kernel": "6.11.0",
                        "build": "#0",
                        "cpu": 0,
                        "pid": 63,
                        "comm": "kworker/u8:4",
                        "taint": {
                          "flags": []
                        }
                      },
                      "race": {
                        "bug": "data-race",
                        "unknown_origin": false,
                        "functions": ["process_one_work"],
                        "accesses": [
                          {
                            "type": "read-write (marked)",
                            "op": "read-write",
                            "marked": true,
                            "scoped": false,
                            "assert": false,
                            "address": "0xffff88810a1b2be8",
                            "size": 8,
                            "context": "task",
                            "pid": 63,
                            "cpu": 0,
                            "stack": [
                              {"function": "set_work_data", "file": "kernel/workqueue.c", "line": 648, "inline": true, "reliable": true},
                              {"function": "process_one_work", "offset": "0x45a", "size": "0x5d0", "inline": false, "reliable": true}
                            ]
                          }
                        ],
                        "value_changed": {
                          "old": "0x1",
                          "new": "0x3",
                          "flipped": "0x2"
                        }
                      },
                      "fingerprints": {}
                    }
                """);
    }

    @Test
    void lockdep() {
        var lock = LockBuilder.builder()
                .index(0)
                .classText("&ctx->wqh#2")
                .name("&ctx->wqh")
                .version(2)
                .address("0xffff000014d7a520")
                .usage("..-.")
                .usageDecoded(List.of(new UsageState("SOFTIRQ", "write", "in softirq")))
                .waitTypes(new WaitTypes(3, 3))
                .at(WORK)
                .build();
        var task = new Task("sh", 7, new Task.Irq(List.of(0, 0), List.of(1, 1), false, true));
        var lockdep = LockdepBuilder.builder()
                .task(task)
                .action("acquire")
                .acquiring(lock)
                .chain(new Chain(List.of()))
                .scenario(new Scenario("Possible unsafe locking scenario", List.of(new Scenario.Step(0, "lock", "A"))))
                .held(List.of(new HeldLocks(new Task("sh", 7, null), 0, List.of())))
                .turnedOff(true)
                .heading("Call Trace:")
                .notes(List.of("other info that might help us debug this:"))
                .build();
        var json = written(JsonLines::new, report("lockdep", "unknown", null, null, lockdep, new Backtrace(List.of())));
        assertEquals("""
                {"type":"report","id":"r1","kind":"lockdep-unknown","family":"lockdep",\
                "title":"Grüße \\"1\\"\\u001B","headline":"headline",\
                "where":{"input":"-","lines":[3,47],"time":[12.0,12.000125],"caller":"T63"},"complete":false,\
                "problems":[{"code":"missing-part","line":9,"message":"no footer"}],\
                "unparsed":[{"line":8,"text":"?"}],"foreign":[5],\
                "lockdep":{"task":{"comm":"sh","pid":7,"irq":{"hardirq":[0,0],"softirq":[1,1],\
                "hardirqs_enabled":false,"softirqs_enabled":true}},"action":"acquire",\
                "acquiring":{"index":0,"class":"&ctx->wqh#2","name":"&ctx->wqh","version":2,\
                "address":"0xffff000014d7a520","usage":"..-.",\
                "usage_decoded":[{"state":"SOFTIRQ","access":"write","meaning":"in softirq"}],\
                "wait":{"outer":3,"inner":3},\
                "at":{"function":"process_one_work","offset":"0x45a","size":"0x5d0","inline":false,"reliable":true}},\
                "chain":[],"scenario":{"title":"Possible unsafe locking scenario",\
                "steps":[{"cpu":0,"op":"lock","lock":"A"}]},\
                "held":[{"task":{"comm":"sh","pid":7},"declared":0,"locks":[]}],"turned_off":true,\
                "heading":"Call Trace:","notes":["other info that might help us debug this:"]},\
                "backtrace":[],"fingerprints":{}}
                {"type":"summary","reports":1,"by_kind":{"lockdep-unknown":1},"incomplete":1,"unparsed_lines":1}
                """, json);
        json.lines().forEach(line -> assertEquals(List.of(), ParseSchema.faultsOfLine(line)));
    }

    /** The schema knows every component of the model, and nothing that is not of the model. */
    @Test
    void schemaHasEveryMember() {
        var line = written(JsonLines::new, new FilledRecords().fill(Report.class))
                .lines()
                .findFirst()
                .orElseThrow();
        for (var fault : ParseSchema.faultsOfLine(line)) {
            assertFalse(fault.contains("is not defined in the schema"), fault);
        }
    }

    @Test
    void schemaRefusesWhatIsNotOurs() {
        var good = written(JsonLines::new).lines().findFirst().orElseThrow();
        assertEquals(List.of(), ParseSchema.faultsOfLine(good));
        assertFalse(ParseSchema.faultsOfLine(good.replace("\"reports\"", "\"raports\""))
                .isEmpty());
        assertFalse(ParseSchema.faultsOfLine(good.replace("summary", "summery")).isEmpty());
        assertFalse(ParseSchema.faults("{}").isEmpty());
    }

    @Test
    void halfASurrogatePairIsAQuestionMark() {
        var half = "\ud83d";
        var report = ReportRecordBuilder.builder()
                .id("r1")
                .kind(half)
                .family("kcsan")
                .title(half + " " + half + "\ude00")
                .where(new Where("-", 1, 1))
                .complete(true)
                .fingerprints(Map.of(half, half))
                .build();
        assertEquals("""
                {"type":"report","id":"r1","kind":"?","family":"kcsan","title":"? \ud83d\ude00","where":{"input":"-",\
                "lines":[1,1]},"complete":true,"problems":[],"unparsed":[],"foreign":[],"fingerprints":{"?":"?"}}
                {"type":"summary","reports":1,"by_kind":{"?":1},"incomplete":0,"unparsed_lines":0}
                """, written(JsonLines::new, report));
    }

    private static StackFrame frame(
            String function, String offset, String size, String file, Integer line, boolean inline) {
        return StackFrameBuilder.builder()
                .function(function)
                .offset(offset)
                .size(size)
                .file(file)
                .line(line)
                .inline(inline)
                .reliable(true)
                .build();
    }

    private static Report report(
            String family, String kind, SystemInfo system, Race race, Lockdep lockdep, Backtrace backtrace) {
        var where = new Where("-", 3, 47, new Where.TimeSpan(12, 12.000125), null, "T63");
        return ReportRecordBuilder.builder()
                .id("r1")
                .kind(family + "-" + kind)
                .family(family)
                .title("Grüße \"1\"\u001b")
                .headline("headline")
                .where(where)
                .problems(List.of(new Problem(Problem.Code.MISSING_PART, 9, "no footer")))
                .unparsed(List.of(new UnparsedLine(8, "?")))
                .foreign(List.of(5))
                .system(system)
                .race(race)
                .lockdep(lockdep)
                .backtrace(backtrace)
                .build();
    }

    private static void assertWritten(Report report, String expected) {
        var json = written(out -> JsonDocument.indented(out, "1", true), report);
        assertEquals(List.of(), ParseSchema.faults(json));
        assertEquals("""
                {
                  "schema_version": "1.0",
                  "tool": {
                    "name": "unsplat",
                    "version": "1"
                  },
                  "reports": [
                """ + expected + """
                  ],
                  "inputs": [],
                  "diagnostics": [],
                  "summary": {
                    "reports": 1,
                    "by_kind": {
                      "kcsan-data-race": 1
                    },
                    "incomplete": 1,
                    "unparsed_lines": 1
                  }
                }
                """, json);
    }

    private static String written(Function<ByteArrayOutputStream, ReportSink> form, Report... reports) {
        var out = new ByteArrayOutputStream();
        var sink = form.apply(out);
        for (var report : reports) {
            sink.report(report);
        }
        sink.finish();
        return out.toString(StandardCharsets.UTF_8);
    }
}
