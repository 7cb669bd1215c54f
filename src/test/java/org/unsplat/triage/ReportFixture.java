package org.unsplat.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.unsplat.model.Backtrace;
import org.unsplat.model.Chain;
import org.unsplat.model.HeldLocks;
import org.unsplat.model.IrqSafety;
import org.unsplat.model.Lock;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Race;
import org.unsplat.model.RcuUsage;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;
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

    static Report race(String headline, String... functions) {
        var race = new Race("data-race", functions.length < 2, List.of(functions), List.of(), null);
        return report("kcsan-data-race", headline, race, null, null);
    }

    /** {@code ? f} is an unreliable frame, {@code f [inline]} an inlined one. */
    static StackFrame frame(String text) {
        boolean inline = text.endsWith(" [inline]");
        String function = text.replace("? ", "").replace(" [inline]", "");
        return frame(function, null, inline, !text.startsWith("? "), null, null);
    }

    static StackFrame frame(
            String function, String file, boolean inline, boolean reliable, String note, String callee) {
        return new StackFrame(
                function,
                null,
                inline ? null : "0x1b",
                inline ? null : "0x40",
                null,
                null,
                file,
                null,
                inline,
                reliable,
                null,
                null,
                null,
                "TASK",
                List.of(),
                note,
                callee,
                null,
                null,
                null,
                List.of(),
                List.of());
    }

    static List<StackFrame> stack(String... frames) {
        return Stream.of(frames).map(ReportFixture::frame).toList();
    }

    static Lock lock(String at) {
        return Lock.builder()
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

    String title() {
        var heldLocks =
                held.isEmpty() ? List.<HeldLocks>of() : List.of(new HeldLocks(null, held.size(), null, null, held));
        var lockdep = new Lockdep(
                null,
                null,
                acquiring,
                holding,
                null,
                null,
                null,
                chain.isEmpty() ? null : new Chain(chain),
                List.of(),
                null,
                null,
                null,
                List.of(),
                safe,
                unsafe,
                heldLocks,
                false,
                false,
                List.of(),
                null,
                rcu,
                null,
                null,
                warning,
                null,
                List.of(),
                null,
                null,
                null,
                false,
                List.of(),
                before,
                List.of());
        return Title.of(report(kind, headline, null, lockdep, backtrace));
    }

    private static Report report(String kind, String headline, Race race, Lockdep lockdep, Backtrace backtrace) {
        return new Report(
                "r1",
                kind,
                race == null ? "lockdep" : "kcsan",
                null,
                headline,
                new Where("-", 1, 9, null, null, null),
                true,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                race,
                lockdep,
                backtrace,
                Map.of(),
                Map.of(),
                List.of());
    }
}
