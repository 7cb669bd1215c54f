package org.unsplat.triage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.unsplat.grammar.stack.FrameRole;
import org.unsplat.model.Chain;
import org.unsplat.model.HeldLocks;
import org.unsplat.model.Lock;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Race;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;

/**
 * {@code cut/1}, for a report from which neither {@code cycle/1} nor {@code site/1} can be made, mostly because a part was cut:
 * the kind and the remaining facts, {@code lockdep-suspicious-rcu}, {@code ip6mr.c},
 * {@code RCU-list traversed in non-reader section!}. The same report cut elsewhere may have another id, and the complete
 * report always has.
 */
final class CutFingerprint {

    private final Report report;
    private final List<String> inputs = new ArrayList<>();

    private CutFingerprint(Report report) {
        this.report = report;
        inputs.add(report.kind());
    }

    /** The inputs; null if only the kind is left. */
    static List<String> of(Report report, String title) {
        var cut = new CutFingerprint(report);
        if (report.race() != null) {
            cut.race(report.race());
        } else {
            cut.facts(report.lockdep(), title);
        }
        return cut.inputs.size() > 1 ? cut.inputs : null;
    }

    private void add(String input) {
        if (input != null && !inputs.contains(input)) {
            inputs.add(input);
        }
    }

    /** Adds the remaining sides, and the functions of the headline. */
    private void race(Race race) {
        for (var access : race.accesses()) {
            add(RaceSiteFingerprint.side(access));
        }
        for (var function : race.functions()) {
            var name = FunctionName.plain(function);
            add(name == null || FrameRole.of(name) == FrameRole.TOOL ? null : "in " + name);
        }
        Collections.sort(inputs.subList(1, inputs.size()));
    }

    private void facts(Lockdep facts, String title) {
        var action = facts.action() == null ? "take" : facts.action();
        add(LockSiteFingerprint.taken(action, facts.acquiring()));
        for (var lock : facts.holding()) {
            add(LockSiteFingerprint.taken("hold", lock));
        }
        if (facts.usage() != null) {
            add(facts.usage().from() + " -> " + facts.usage().to());
        }
        if (facts.rcu() != null && facts.rcu().file() != null) {
            add(SourcePath.fileName(facts.rcu().file()));
            add(facts.rcu().message());
        }
        for (var link : links(facts)) {
            add(LockSiteFingerprint.taken("link", link.lock()));
        }
        for (var lock : inputs.size() == 1 ? heldByTheFirst(facts) : List.<Lock>of()) {
            add(LockSiteFingerprint.taken("hold", lock));
        }
        if (facts.acquiring() == null || facts.acquiring().at() == null) {
            var function = function(facts);
            var named = function == null ? LockSiteFingerprint.functionIn(title) : function;
            add(named == null || LockSiteFingerprint.UNKNOWN.equals(named) ? null : "in " + named);
        }
    }

    private static List<Chain.Link> links(Lockdep facts) {
        return facts.chain() == null ? List.of() : facts.chain().links();
    }

    /**
     * The locks of the first blocked task, if any task is blocked, because the hung task detector lists its own lock first. If all
     * tasks are listed and none is blocked, the report is not about any lock.
     */
    private static List<Lock> heldByTheFirst(Lockdep facts) {
        if (facts.allTasks() && facts.blocked().isEmpty()) {
            return List.of();
        }
        var blocked = facts.blocked().isEmpty() ? null : facts.blocked().get(0).task();
        return facts.held().stream()
                .filter(list -> blocked == null || blocked.equals(list.task()))
                .findFirst()
                .map(HeldLocks::locks)
                .orElse(List.of());
    }

    /** The first function of the first stack that has one. */
    private String function(Lockdep facts) {
        var stacks = new ArrayList<List<StackFrame>>();
        if (report.backtrace() != null) {
            stacks.add(report.backtrace().frames());
        }
        if (facts.registered() != null) {
            stacks.add(facts.registered().frames());
        }
        links(facts).forEach(link -> stacks.add(0, link.stack()));
        var skipped = facts.blocked().isEmpty() ? SkippedFunctions.ALWAYS : SkippedFunctions.IN_HANG;
        for (var stack : stacks) {
            var function = skipped.firstOther(stack);
            if (function != null) {
                return function;
            }
        }
        return null;
    }
}
