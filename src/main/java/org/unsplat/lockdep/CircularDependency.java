package org.unsplat.lockdep;

import org.unsplat.grammar.BannerPiece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.lock.ChainPiece;
import org.unsplat.grammar.lock.HeldLocksPiece;
import org.unsplat.grammar.lock.HoldingLockPiece;
import org.unsplat.grammar.lock.OtherInfoPiece;
import org.unsplat.grammar.lock.ScenarioForm;
import org.unsplat.grammar.lock.ScenarioPiece;
import org.unsplat.grammar.lock.TaskPiece;
import org.unsplat.grammar.oops.BacktracePiece;
import org.unsplat.model.Kind;
import org.unsplat.model.LockdepBuilder;
import org.unsplat.model.Report;
import org.unsplat.model.ReportRecordBuilder;

/** Locks that are taken in a circular order ({@code print_circular_bug}). */
final class CircularDependency extends LockdepKind {

    CircularDependency() {
        super(
                Kind.CIRCULAR_DEPENDENCY,
                "WARNING: possible circular locking dependency detected",
                " is trying to acquire lock:");
    }

    @Override
    Outline makeOutline() {
        return prints(
                new TaskPiece(),
                HoldingLockPiece.whichDepends(),
                new ChainPiece(),
                new OtherInfoPiece(true, true),
                new ScenarioPiece(ScenarioForm.CIRCULAR),
                new HeldLocksPiece(),
                BacktracePiece.titled());
    }

    /** Without its headline a report of recursive locking looks the same, except that it has no chain. */
    @Override
    public Report report(ReportBuilder builder) {
        if (builder.headless && builder.chain == null) {
            return builder.report(LockdepKinds.RECURSIVE, null, builder.lockdep());
        }
        builder.order = LockCycle.of(builder);
        return super.report(builder);
    }

    /** In 4.4 and 4.9 the ruler above is one character too short. */
    @Override
    public BannerPiece.Rulers rulers(Report report) {
        return new BannerPiece.Rulers(54, report.headline().length());
    }

    @Override
    public Report derived(Report report) {
        var facts = report.lockdep();
        return facts.order().isEmpty() || facts.chain() == null
                ? report
                : ReportRecordBuilder.builder(report)
                        .lockdep(LockdepBuilder.builder(facts)
                                .order(LockCycle.edges(facts.chain().links(), facts.acquiring(), report.backtrace()))
                                .build())
                        .build();
    }

    @Override
    public String explain(Report report) {
        var facts = report.lockdep();
        var order = facts.order();
        if (facts.acquiring() == null || facts.holding().isEmpty() || order.isEmpty()) {
            return null;
        }
        return Explanations.task(facts.task()) + " takes " + Explanations.lock(facts.acquiring())
                + Explanations.in(facts.acquiring(), order.get(order.size() - 1).at(), report)
                + " while it holds " + Explanations.held(facts.holding().get(0)) + ", which closes "
                + (order.size() > 2 ? "a cycle of " + order.size() + " locks: " : "the cycle: ")
                + LockCycle.words(order) + ".";
    }
}
