package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lock order over several reports, and parts of it. */
class GraphTest {

    /** Held is taken by lkt_ab before; now it is taken while the other one is held. */
    private static String deadlock(String held, String taken) {
        return """
                ======================================================
                WARNING: possible circular locking dependency detected
                6.12.0 #1 Not tainted
                ------------------------------------------------------
                insmod/45 is trying to acquire lock:
                ffffffffa0004ae8 (%1$s){+.+.}-{4:4}, at: lkt_ba+0x1c/0x40

                but task is already holding lock:
                ffffffffa0004a48 (%2$s){+.+.}-{4:4}, at: lkt_ba+0xe/0x40

                which lock already depends on the new lock.


                the existing dependency chain (in reverse order) is:

                -> #1 (%2$s){+.+.}-{4:4}:
                       lkt_ab+0x1c/0x40

                -> #0 (%1$s){+.+.}-{4:4}:
                       lkt_ba+0x1c/0x40

                """.formatted(taken, held);
    }

    private static final String LOG = deadlock("&lkt_a->lock#2", "&lkt_b->lock")
            + deadlock("&lkt_a->lock#7", "&lkt_b->lock#3")
            + deadlock("lkt_c", "lkt_d/1");

    private static Cli.Result graph(String log, String... options) {
        var args = new java.util.ArrayList<>(List.of("graph"));
        args.addAll(List.of(options));
        return Cli.run(log.getBytes(StandardCharsets.UTF_8), args.toArray(new String[0]));
    }

    private static List<String> edges(String dot) {
        return dot.lines()
                .filter(line -> line.contains(" -> n"))
                .map(String::strip)
                .toList();
    }

    /** Since 5.12 print_shortest_lock_dependencies_backwards prints how a lock was taken below the lock taken next. */
    @Test
    void aPathBackwardsHasTheFunctionOfTheNextLock() {
        var log = """
                =====================================================
                WARNING: HARDIRQ-safe -> HARDIRQ-unsafe lock order detected
                6.12.0 #1 Not tainted
                -----------------------------------------------------
                insmod/44 [HC0[0]:SC0[0]:HE0:SE1] is trying to acquire:
                ffffffffa0000010 (lkt_c){+.+.}-{3:3}, at: lkt_bc+0x1c/0x40

                and this task is already holding:
                ffffffffa0000020 (lkt_b){....}-{3:3}, at: lkt_bc+0xc/0x40
                which would create a new lock dependency:
                 (lkt_b){....}-{3:3} -> (lkt_c){+.+.}-{3:3}

                but this new dependency connects a HARDIRQ-irq-safe lock:
                 (lkt_a){-...}-{3:3}

                ... which became HARDIRQ-irq-safe at:
                  lkt_irq+0x1c/0x40

                to a HARDIRQ-irq-unsafe lock:
                 (lkt_c){+.+.}-{3:3}

                ... which became HARDIRQ-irq-unsafe at:
                ...
                  lkt_on+0x1c/0x40

                the dependencies between HARDIRQ-irq-safe lock and the holding lock:
                 -> (lkt_a){-...}-{3:3} {
                    IN-HARDIRQ-W at:
                                      lkt_irq+0x1c/0x40
                  }
                -> (lkt_b){....}-{3:3} {
                   INITIAL USE at:
                                    lkt_init+0x1c/0x40
                 }
                 ... acquired at:
                   lkt_ab+0x1c/0x40
                """;
        assertEquals("n1 -> n2 [label=\"lkt_ab\"]", edges(graph(log).out()).get(0));
    }

    /** The head tells which lock was taken under which, and the scenario of a third lock between them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "but this lock took another, SOFTIRQ-unsafe lock in the past:|lkt_a|lkt_b",
                "but this lock was taken by another, SOFTIRQ-safe lock in the past:|lkt_b|lkt_a"
            })
    void anInversionWithoutDependenciesHasTheLocksOfItsHead(String sentence, String changed, String other) {
        var head = """
                ========================================================
                WARNING: possible irq lock inversion dependency detected
                6.12.0 #1 Not tainted
                --------------------------------------------------------
                swapper/1/0 just changed the state of lock:
                ffffffffa0000010 (%s){..-.}-{3:3}, at: lkt_change+0x1c/0x40
                %s
                 (%s){+.+.}-{3:3}


                and interrupts could create inverse lock ordering between them.

                """.formatted(changed, sentence, other);
        assertEquals(
                List.of("lkt_a lkt_b", "lkt_b lkt_a dashed"), named(graph(head).out()));
        var chain = "other info that might help us debug this:\nChain exists of:\n  lkt_a --> lkt_m --> lkt_b\n\n";
        assertEquals(
                List.of("lkt_a lkt_m", "lkt_m lkt_b", "lkt_b lkt_a dashed"),
                named(graph(head + chain).out()));
    }

    /** The arrows, with the names of their locks. */
    private static List<String> named(String dot) {
        var names = new HashMap<String, String>();
        dot.lines()
                .filter(line -> line.matches("  n\\d+ \\[label=.*"))
                .forEach(
                        line -> names.put(line.strip().replaceFirst(" .*", ""), line.replaceAll(".*\"(.*)\".*", "$1")));
        return edges(dot).stream()
                .map(edge -> edge.split("[ \\[]+", 4))
                .map(edge ->
                        names.get(edge[0]) + " " + names.get(edge[2]) + (edge[3].contains("dashed") ? " dashed" : ""))
                .toList();
    }

    /** lockdep numbers the classes of a name as they come; what is the same in the source is one lock. */
    @Test
    void classesOfSeveralBootsAreOne() {
        var graph = graph(LOG);
        assertEquals("", graph.err());
        assertTrue(
                graph.out().contains("n1 [label=\"&amp;lkt_b->lock\"]\n  n2 [label=\"&amp;lkt_a->lock\"]\n"),
                graph.out());
        assertTrue(graph.out().contains("[label=\"lkt_d/1\"]"), graph.out());
        assertEquals(4, edges(graph.out()).size(), graph.out());
        assertTrue(edges(graph.out()).get(0).startsWith("n1 -> n2 [label=\"lkt_ab\\n2 reports\""), graph.out());
    }

    @Test
    void twoClassesOfAReportStayTwo() {
        var graph = graph(deadlock("&lkt_a->lock#2", "&lkt_a->lock#3")).out();
        assertTrue(
                graph.contains("[label=\"&amp;lkt_a->lock\"]") && graph.contains("[label=\"&amp;lkt_a->lock (2)\"]"),
                graph);
    }

    /** As after each insertion of a module that makes its classes anew. */
    @Test
    void manyClassesOfOneName() {
        var classes = 4_000;
        var links = new StringBuilder();
        for (var i = classes - 1; i > 0; i--) {
            links.append("-> #%d (&q->lock#%d){+.+.}-{4:4}:\n       lkt_ab+0x1c/0x40\n\n".formatted(i, i));
        }
        var log = deadlock("&q->lock#1", "&q->lock#" + classes).replaceFirst("(?s)-> #1 .*?\n\n", links.toString());
        var labels = graph(log)
                .out()
                .lines()
                .filter(line -> line.contains(" [label=\"&amp;q->lock"))
                .map(line -> line.replaceFirst(".* \\[label=\"&amp;q->lock ?(.*)\"\\];?", "$1"))
                .toList();
        assertEquals(classes, Set.copyOf(labels).size());
        assertTrue(labels.contains("") && labels.contains("(2)") && labels.contains("(" + classes + ")"));
    }

    @Test
    void whatClosesACycleIsRed() {
        var red = edges(graph(LOG).out()).stream()
                .filter(edge -> edge.contains("#b00020"))
                .toList();
        assertEquals(2, red.size(), red.toString());
        assertTrue(red.stream().allMatch(edge -> edge.contains("lkt_ba")), red.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "--min-reports=2, 2",
        "--class=&lkt_a->lock, 2",
        "--class=&lkt_a->lock#9, 2",
        "--class=lkt_d/1, 2",
        "--class=lkt_d, 0",
        "--max-edges=1, 1",
        "--max-edges=3, 3"
    })
    void aPartSaysWhatItLeftOut(String option, int left) {
        var graph = graph(LOG, option);
        assertEquals(left, edges(graph.out()).size(), graph.out());
        assertEquals(
                "unsplat: left out " + (4 - left) + " of 4 edges: see --class, --min-reports and --max-edges\n",
                graph.err());
        assertEquals(0, graph.status());
    }

    /** First what a report complains of, and of that what most do. */
    @Test
    void theMostTellingEdgesStay() {
        var edge = edges(graph(LOG, "--max-edges=1").out()).get(0);
        assertTrue(edge.contains("lkt_ba\\n2 reports"), edge);
    }

    @Test
    void aNumberIsOneOrMore() {
        assertEquals(2, graph(LOG, "--max-edges=0").status());
        assertEquals(2, graph(LOG, "--min-reports=-1").status());
        assertEquals("", graph(LOG, "--max-edges=4").err());
    }
}
