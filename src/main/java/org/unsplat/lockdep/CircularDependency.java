package org.unsplat.lockdep;

import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.Banner;
import org.unsplat.grammar.Draft;
import org.unsplat.grammar.lock.DependencyChain;
import org.unsplat.grammar.lock.HeldLockList;
import org.unsplat.grammar.lock.HoldingLock;
import org.unsplat.grammar.lock.OtherInfo;
import org.unsplat.grammar.lock.ScenarioBox;
import org.unsplat.grammar.lock.TaskSentence;
import org.unsplat.grammar.oops.BacktracePiece;
import org.unsplat.model.Chain;
import org.unsplat.model.Lock;
import org.unsplat.model.Report;
import org.unsplat.model.Scenario;

/** Locks that are taken in a circle ({@code print_circular_bug}). */
final class CircularDependency extends LockdepKind {

    CircularDependency() {
        super("circular-dependency", "WARNING: possible circular locking dependency detected");
    }

    @Override
    public boolean mayBeginWith(TypedLine line) {
        return isSentence(line, " is trying to acquire lock:");
    }

    @Override
    Outline makeOutline() {
        var task = new TaskSentence();
        var holding = HoldingLock.whichDepends();
        var chain = new DependencyChain();
        var scenario = new ScenarioBox();
        var held = new HeldLockList();
        var trace = BacktracePiece.titled();
        return prints(task, holding, chain, new OtherInfo(true, true), scenario, held, trace)
                .always(task, holding, chain, scenario, held, trace);
    }

    /** Without its headline, a report of recursive locking begins alike: it has no chain. */
    @Override
    public Report report(Draft draft) {
        return draft.headless && draft.chain == null
                ? draft.report(LockdepKinds.RECURSIVE, null, draft.lockdep())
                : super.report(draft);
    }

    /** 4.4 and 4.9 draw one ruler too short. */
    @Override
    public Banner.Rulers rulers(Report report) {
        return new Banner.Rulers(54, report.headline().length());
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
        return Words.task(facts.task()) + " takes " + Words.lock(facts.acquiring())
                + Words.in(facts.acquiring().at())
                + " while it holds " + Words.lock(facts.holding().get(0)) + ", which closes "
                + (isLong ? "a cycle of " + links.size() + " locks: " : "the cycle: ")
                + edge(links.get(links.size() - 2), facts.acquiring())
                + (isLong ? ", and " + edge(links.get(0), links.get(1).lock()) : "") + ".";
    }

    private static String edge(Chain.Link taken, Lock held) {
        var took = Words.took(taken.stack());
        return (took == null ? Words.lock(taken.lock()) + " was taken" : took + Words.lock(taken.lock())) + " while "
                + Words.lock(held) + " was held";
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
