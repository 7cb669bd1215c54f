package org.unsplat.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.lock.ChainPiece;
import org.unsplat.grammar.lock.DependenciesPiece;
import org.unsplat.grammar.lock.InverseLockPiece;
import org.unsplat.grammar.lock.IrqPhrases;
import org.unsplat.grammar.lock.IrqSafetyPiece;
import org.unsplat.grammar.lock.NewDependencyPiece;
import org.unsplat.grammar.lock.ScenarioForm;
import org.unsplat.grammar.lock.ScenarioPiece;
import org.unsplat.grammar.lock.UsageChangePiece;
import org.unsplat.grammar.oops.IrqTracePiece;
import org.unsplat.grammar.rcu.RcuUsagePiece;
import org.unsplat.model.Scenario;

/** The pieces that belong to a few kinds only. */
class LockdepPiecesTest {

    @Test
    void chain() {
        var links = Pieces.read(new ChainPiece(), """
                the existing dependency chain (in reverse order) is:
                -> #1 (b#2){+.+.}-{4:4}:
                       __mutex_lock+0xba/0xd10
                       do_ab+0x1/0x2 [m]
                -> #0 (a/1){+.+.}-{4:4}:
                """).chain;
        assertEquals(List.of(1, 0), links.stream().map(link -> link.index()).toList());
        assertEquals("b#2", links.get(0).lock().classText());
        assertEquals(2, links.get(0).stack().size());
        assertEquals(List.of(), links.get(1).stack());
    }

    @Test
    void aStepThatIsCutIsNoOtherStep() {
        var cursor = Pieces.cursor(new ScenarioPiece(ScenarioForm.ANY), """
                Possible unsafe locking scenario:
                      CPU0
                      ----
                 lock(a
                 lock(b);
                """);
        var builder = new ReportBuilder();
        new ScenarioPiece(ScenarioForm.ANY).read(cursor, builder);
        assertEquals(
                List.of("b"),
                builder.scenario.steps().stream().map(step -> step.lock()).toList());
        assertEquals(
                List.of("lock(a"),
                cursor.skipped().stream().map(TypedLine::text).toList());
    }

    @Test
    void scenarioOfTwoCpus() {
        var scenario = Pieces.read(new ScenarioPiece(ScenarioForm.ANY), """
                 Possible unsafe locking scenario:
                       CPU0                    CPU1
                       ----                    ----
                  rlock(b);
                                               lock(a);
                                               lock(b);
                  sync((a));
                 *** DEADLOCK ***
                """).scenario;
        assertEquals(
                List.of(
                        new Scenario.Step(0, "rlock", "b"),
                        new Scenario.Step(1, "lock", "a"),
                        new Scenario.Step(1, "lock", "b"),
                        new Scenario.Step(0, "sync", "(a)")),
                scenario.steps());
    }

    @Test
    void scenarioWithAnInterrupt() {
        var steps =
                Pieces.read(new ScenarioPiece(ScenarioForm.ANY), """
                 Possible unsafe locking scenario:
                       CPU0
                       ----
                  lock(a);
                  <Interrupt>
                    lock(a);
                 *** DEADLOCK ***
                """).scenario.steps();
        assertEquals(
                List.of("lock", "interrupt", "lock"),
                steps.stream().map(Scenario.Step::op).toList());
    }

    /** Without columns the order tells: CPU1 disables interrupts and takes its lock, all before the interrupt. */
    @Test
    void scenarioThatLostItsIndentation() {
        var steps =
                Pieces.read(new ScenarioPiece(ScenarioForm.ANY), """
                Chain exists of:
                a --> b --> c
                Possible interrupt unsafe locking scenario:
                CPU0                    CPU1
                ----                    ----
                lock(c);
                local_irq_disable();
                lock(a);
                lock(b);
                <Interrupt>
                lock(a);
                *** DEADLOCK ***
                """).scenario.steps();
        assertEquals(
                List.of(
                        new Scenario.Step(0, "lock", "c"),
                        new Scenario.Step(1, "local_irq_disable", null),
                        new Scenario.Step(1, "lock", "a"),
                        new Scenario.Step(1, "lock", "b"),
                        new Scenario.Step(0, "interrupt", null),
                        new Scenario.Step(0, "lock", "a")),
                steps);
    }

    /** The heads that a mailer cut, or that say something new, are not the piece's. */
    @Test
    void aHeadThatIsNotWholeIsLeft() {
        for (var piece : List.of(new InverseLockPiece(), IrqSafetyPiece.unsafe())) {
            var lines = Pieces.cursor(
                    piece,
                    piece instanceof InverseLockPiece
                            ? "but this lock took another, SOFTIRQ-odd lock in the past:"
                            : "to a SOFTIRQ-irq-unsafe thing:");
            var builder = new ReportBuilder();
            piece.read(lines, builder);
            assertFalse(piece.isIn(builder));
            assertFalse(lines.atEnd());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'but this lock took another, HARDIRQ-unsafe lock in the past:', false",
        "'but this lock was taken by another, SOFTIRQ-READ-safe lock in the past:', true"
    })
    void theOtherLockOfAnInversion(String head, boolean safe) {
        var builder = Pieces.read(
                new InverseLockPiece(),
                head + "\n (a#2){-...}-{3:3}\nand interrupts could create inverse lock ordering between them.\n");
        var other = safe ? builder.becameSafe : builder.becameUnsafe;
        assertEquals(safe ? "SOFTIRQ-READ" : "HARDIRQ", other.state());
        assertEquals("a#2", other.lock().classText());
        assertNull(safe ? builder.becameUnsafe : builder.becameSafe);
    }

    @Test
    void dependencies() {
        var block = Pieces.read(DependenciesPiece.first(), """
                the dependencies between HARDIRQ-irq-safe lock and the holding lock:
                -> (a){-...}-{3:3} ops: 217 {
                   IN-HARDIRQ-W at:
                                    lock_acquire+0xa5/0x290
                   INITIAL READ USE at:
                                    lock_acquire+0xa5/0x290
                 }
                 ... key      at: [<ffffffffa0004878>] a+0x18/0x40 [m]
                 ... acquired at:
                   check_irq_usage+0x51/0xb0
                """)
                .dependencies
                .get(0)
                .locks()
                .get(0);
        assertEquals(217, block.ops());
        assertEquals(
                List.of("IN-HARDIRQ-W", "INITIAL READ USE"),
                block.usages().stream().map(usage -> usage.state()).toList());
        assertEquals("0xffffffffa0004878", block.key().address());
        assertEquals("check_irq_usage", block.acquired().frames().get(0).function());
    }

    @Test
    void aDecodedKeyHasLostItsBrackets() {
        var key = Pieces.read(DependenciesPiece.first(), """
                the dependencies between HARDIRQ-irq-safe lock and the holding lock:
                -> (a){-...}-{3:3} {
                 }
                 ... key at: a+0x18/0x40 m
                """)
                .dependencies
                .get(0)
                .locks()
                .get(0)
                .key();
        assertEquals("a", key.function());
        assertEquals("m", key.module());
    }

    @Test
    void irqTrace() {
        var trace = Pieces.read(new IrqTracePiece(), """
                irq event stamp: 4185
                hardirqs last  enabled at (4185): [<ffffffff81892f0c>] _raw_spin_unlock_irq+0x2c/0x50
                hardirqs last disabled at (4184): [<ffffffff81892d4e>] _raw_spin_lock_irq+0x1e/0x60
                softirqs last  enabled at (0): [<0000000000000000>] 0x0
                softirqs last disabled at (0): [<          (null)>]           (null)
                """).irqTrace;
        assertEquals(4185L, trace.eventStamp());
        assertEquals("_raw_spin_unlock_irq", trace.hardirqsLastEnabled().at().function());
        assertNull(trace.softirqsLastEnabled().at());
        assertEquals("(null)", trace.softirqsLastDisabled().addressText());
    }

    @Test
    void usage() {
        var usage = Pieces.read(new UsageChangePiece(), "inconsistent {INITIAL USE} -> {IN-NMI} usage.").usage;
        assertEquals("INITIAL USE", usage.from());
        assertEquals("IN-NMI", usage.to());
        assertEquals("an NMI", IrqPhrases.one(IrqPhrases.irq(usage.to())));
    }

    @Test
    void twoLocksOnOneLine() {
        var locks = Pieces.read(new NewDependencyPiece(), """
                which would create a new lock dependency:
                 (a){-...}-{2:2} -> ((&(&b)->work)){+.+.}-{0:0}
                """).newDependency;
        assertEquals(
                List.of("a", "(&(&b)->work)"),
                locks.stream().map(lock -> lock.classText()).toList());
    }

    @Test
    void rcu() {
        var rcu = Pieces.read(new RcuUsagePiece(), "/srv/x/calls.c:94 RCU-list traversed in non-reader section!!").rcu;
        assertEquals("/srv/x/calls.c", rcu.file());
        assertEquals(94, rcu.line());
        assertEquals("RCU-list traversed in non-reader section!", rcu.message());
    }
}
