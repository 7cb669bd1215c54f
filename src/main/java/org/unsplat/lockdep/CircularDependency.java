package org.unsplat.lockdep;

import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.BannerPiece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.lock.ChainPiece;
import org.unsplat.grammar.lock.HeldLocksPiece;
import org.unsplat.grammar.lock.HoldingLockPiece;
import org.unsplat.grammar.lock.OtherInfoPiece;
import org.unsplat.grammar.lock.ScenarioPiece;
import org.unsplat.grammar.lock.TaskPiece;
import org.unsplat.grammar.oops.BacktracePiece;
import org.unsplat.model.Chain;
import org.unsplat.model.Kind;
import org.unsplat.model.Lock;
import org.unsplat.model.Report;
import org.unsplat.model.Scenario;

/** Locks that are taken in a circle ({@code print_circular_bug}). */
final class CircularDependency extends LockdepKind {

    CircularDependency() {
        super(Kind.CIRCULAR_DEPENDENCY, "WARNING: possible circular locking dependency detected");
    }

    @Override
    public boolean mayBeginWith(TypedLine line) {
        return isSentence(line, " is trying to acquire lock:");
    }

    @Override
    Outline makeOutline() {
        var task = new TaskPiece();
        var holding = HoldingLockPiece.whichDepends();
        var chain = new ChainPiece();
        var scenario = new ScenarioPiece();
        var held = new HeldLocksPiece();
        var trace = BacktracePiece.titled();
        return prints(task, holding, chain, new OtherInfoPiece(true, true), scenario, held, trace)
                .always(task, holding, chain, scenario, held, trace);
    }

    /** Without its headline, a report of recursive locking begins alike: it has no chain. */
    @Override
    public Report report(ReportBuilder builder) {
        return builder.headless && builder.chain == null
                ? builder.report(LockdepKinds.RECURSIVE, null, builder.lockdep())
                : super.report(builder);
    }

    /** 4.4 and 4.9 draw one ruler too short. */
    @Override
    public BannerPiece.Rulers rulers(Report report) {
        return new BannerPiece.Rulers(54, report.headline().length());
    }

    @Override
    public String explain(Report report) {
        var facts = report.lockdep();
        if (facts.acquiring() == null
                || facts.holding().isEmpty()
                || facts.chain() == null
                || facts.chain().links().size() < 2
                || isByCrosslock(facts.scenario())
                || !endsAtWanted(facts.chain())) {
            return null;
        }
        var links = facts.chain().links();
        boolean isLong = links.size() > 2;
        return Explanations.task(facts.task()) + " takes " + Explanations.lock(facts.acquiring())
                + Explanations.in(facts.acquiring().at())
                + " while it holds " + Explanations.lock(facts.holding().get(0)) + ", which closes "
                + (isLong ? "a cycle of " + links.size() + " locks: " : "the cycle: ")
                + edge(links.get(links.size() - 2), facts.acquiring())
                + (isLong ? ", and " + edge(links.get(0), links.get(1).lock()) : "") + ".";
    }

    private static String edge(Chain.Link taken, Lock held) {
        var took = Explanations.took(taken.stack());
        return (took == null ? Explanations.lock(taken.lock()) + " was taken" : took + Explanations.lock(taken.lock()))
                + " while " + Explanations.lock(held) + " was held";
    }

    /** A crosslock of 4.14 is not held: its chain reads the other way round. */
    private static boolean isByCrosslock(Scenario scenario) {
        return scenario != null && scenario.title().endsWith("crosslock");
    }

    /** A chain that is cut before the lock that is wanted now says nothing of what closes it. */
    private static boolean endsAtWanted(Chain chain) {
        return chain.links().get(chain.links().size() - 1).index() == 0;
    }
}
