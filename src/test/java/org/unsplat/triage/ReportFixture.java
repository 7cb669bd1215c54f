package org.unsplat.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.unsplat.model.Backtrace;
import org.unsplat.model.Chain;
import org.unsplat.model.HeldLocks;
import org.unsplat.model.IrqSafety;
import org.unsplat.model.Lock;
import org.unsplat.model.LockBuilder;
import org.unsplat.model.Lockdep;
import org.unsplat.model.LockdepBuilder;
import org.unsplat.model.Race;
import org.unsplat.model.RcuUsage;
import org.unsplat.model.Report;
import org.unsplat.model.ReportRecordBuilder;
import org.unsplat.model.StackFrame;
import org.unsplat.model.StackFrameBuilder;
import org.unsplat.model.Warning;
import org.unsplat.model.Where;

/** A report with only the parts that a title looks at. */
final class ReportFixture {

    private final String kind;
    private final String headline;
    private Lock acquiring;
    private final List<Lock> holding = new ArrayList<>();
    private final List<Lock> held = new ArrayList<>();
    private final List<Chain.Link> chain = new ArrayList<>();
    private IrqSafety safe;
    private IrqSafety unsafe;
    private RcuUsage rcu;
    private Warning warning;
    private List<String> before = List.of();
    private Backtrace backtrace;

    ReportFixture(String kind, String headline) {
        this.kind = kind;
        this.headline = headline;
    }

    static void assertRaceTitle(String expected, String headline, String... functions) {
        var race = new Race("data-race", functions.length < 2, List.of(functions), List.of(), null);
        assertEquals(expected, Title.of(report("kcsan-data-race", headline, race, null, null)));
    }

    /** {@code ? f} is an unreliable frame, {@code f [inline]} an inlined one. */
    static StackFrame frame(String text) {
        boolean inline = text.endsWith(" [inline]");
        String function = text.replace("? ", "").replace(" [inline]", "");
        return frame(function, null, inline, !text.startsWith("? "), null, null);
    }

    static StackFrame frame(
            String function, String file, boolean inline, boolean reliable, String note, String callee) {
        return StackFrameBuilder.builder()
                .function(function)
                .offset(inline ? null : "0x1b")
                .size(inline ? null : "0x40")
                .file(file)
                .inline(inline)
                .reliable(reliable)
                .context("TASK")
                .note(note)
                .callee(callee)
                .build();
    }

    static List<StackFrame> stack(String... frames) {
        return Stream.of(frames).map(ReportFixture::frame).toList();
    }

    static Lock lock(String at) {
        return LockBuilder.builder()
                .classText("&dev->lock")
                .name("&dev->lock")
                .at(at == null ? null : frame(at))
                .build();
    }

    ReportFixture acquiring(String at) {
        acquiring = lock(at);
        return this;
    }

    ReportFixture holding(String at) {
        holding.add(lock(at));
        return this;
    }

    ReportFixture held(String... places) {
        List.of(places).forEach(at -> held.add(lock(at)));
        return this;
    }

    ReportFixture link(String... frames) {
        chain.add(new Chain.Link(chain.size(), lock(null), stack(frames)));
        return this;
    }

    ReportFixture safe(String... frames) {
        safe = new IrqSafety("HARDIRQ", lock(null), stack(frames));
        return this;
    }

    ReportFixture unsafe(String... frames) {
        unsafe = new IrqSafety("HARDIRQ", lock(null), stack(frames));
        return this;
    }

    ReportFixture rcu() {
        rcu = new RcuUsage("drivers/toy/toy.c", 7, "suspicious rcu_dereference_check() usage", 2, 1, List.of());
        return this;
    }

    ReportFixture warning(String function, String file) {
        warning = new Warning(null, false, frame(function, file, false, true, null, null), null);
        return this;
    }

    ReportFixture before(String... lines) {
        before = List.of(lines);
        return this;
    }

    ReportFixture backtrace(String... frames) {
        return backtrace(stack(frames));
    }

    ReportFixture backtrace(List<StackFrame> frames) {
        backtrace = new Backtrace(frames);
        return this;
    }

    void assertTitle(String expected) {
        assertEquals(expected, title());
    }

    String title() {
        var lockdep = LockdepBuilder.builder()
                .acquiring(acquiring)
                .holding(holding)
                .chain(chain.isEmpty() ? null : new Chain(chain))
                .becameSafe(safe)
                .becameUnsafe(unsafe)
                .held(held.isEmpty() ? List.of() : List.of(new HeldLocks(null, held.size(), held)))
                .rcu(rcu)
                .warning(warning)
                .before(before)
                .build();
        return Title.of(report(kind, headline, null, lockdep, backtrace));
    }

    private static Report report(String kind, String headline, Race race, Lockdep lockdep, Backtrace backtrace) {
        return ReportRecordBuilder.builder()
                .id("r1")
                .kind(kind)
                .family(race == null ? "lockdep" : "kcsan")
                .headline(headline)
                .where(new Where("-", 1, 9))
                .complete(true)
                .race(race)
                .lockdep(lockdep)
                .backtrace(backtrace)
                .build();
    }
}
