package org.unsplat.lockdep;

import org.unsplat.grammar.BacktracePiece;
import org.unsplat.grammar.Banner;
import org.unsplat.grammar.DependencyChain;
import org.unsplat.grammar.HeldLockList;
import org.unsplat.grammar.HoldingLock;
import org.unsplat.grammar.OtherInfo;
import org.unsplat.grammar.ScenarioBox;
import org.unsplat.grammar.TaskSentence;
import org.unsplat.model.Chain;
import org.unsplat.model.Report;
import org.unsplat.model.Scenario;

/** Locks that are taken in a circle ({@code print_circular_bug}). */
final class CircularDependency extends LockdepKind {

    CircularDependency() {
        super("circular-dependency", "WARNING: possible circular locking dependency detected");
        var task = new TaskSentence();
        var holding = HoldingLock.whichDepends();
        var chain = new DependencyChain();
        var scenario = new ScenarioBox();
        var held = new HeldLockList();
        var trace = BacktracePiece.titled();
        prints(task, holding, chain, new OtherInfo(true, true), scenario, held, trace);
        always(task, holding, chain, scenario, held, trace);
    }

    /** 4.4 and 4.9 draw one ruler too short. */
    @Override
    public Banner.Rulers rulers(Report report) {
        return new Banner.Rulers(54, report.headline().length());
    }

    @Override
    public String explain(Report report) {
        var facts = report.lockdep();
        if (facts.acquiring() == null || facts.holding().isEmpty() || facts.chain() == null
                || facts.chain().links().size() < 2 || isByCrosslock(facts.scenario()) || !endsAtWanted(facts.chain())) {
            return null;
        }
        var established = facts.chain().links().get(facts.chain().links().size() - 2);
        var first = facts.chain().links().get(0);
        return Words.task(facts.task()) + " takes " + Words.lock(facts.acquiring()) + Words.in(facts.acquiring().at())
                + " while it holds " + Words.lock(facts.holding().get(0)) + ", which closes the cycle: "
                + Words.lock(established.lock()) + " was taken while " + Words.lock(facts.acquiring())
                + " was held" + Words.in(Words.caller(established.stack()))
                + (first.index() > 1 ? ", and " + Words.lock(first.lock()) + " at the far end of a chain of "
                        + facts.chain().links().size() + " locks" + Words.in(Words.caller(first.stack())) : "") + ".";
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
