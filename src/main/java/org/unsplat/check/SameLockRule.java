package org.unsplat.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.unsplat.demux.Span;
import org.unsplat.grammar.ReportKind;
import org.unsplat.grammar.lock.LockLine;
import org.unsplat.grammar.lock.ScenarioForm;
import org.unsplat.model.Lock;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;
import org.unsplat.model.WaitTypes;

/**
 * Repeated descriptions of a lock must be equal: a class has one usage and one pair of wait types, and a lock that a sentence
 * calls held must be in the list of held locks.
 */
final class SameLockRule implements Rule {

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        if (report.lockdep() == null) {
            return;
        }
        var locks = locks(report);
        var wait = conflict(locks, (one, other) -> areSame(one.waitTypes(), other.waitTypes()));
        var usage = isOfOneMoment(span.kind())
                ? conflict(locks, (one, other) -> Objects.equals(one.usage(), other.usage()))
                : null;
        if (wait != null) {
            problems.accept(inconsistent(span, "expected one pair of wait types of the class " + wait + ", found two"));
        }
        if (usage != null) {
            problems.accept(inconsistent(span, "expected one usage of the class " + usage + ", found two"));
        }
        var absent = notListed(report);
        if (absent != null) {
            problems.accept(inconsistent(
                    span,
                    "expected the lock " + absent.classText() + " of the sentence among the held locks, found others"));
        }
    }

    /** Not equals() of the record, because making that at run time costs as much as reading the report. */
    private static boolean areSame(WaitTypes one, WaitTypes other) {
        return one == null || other == null
                ? one == other
                : one.outer() == other.outer() && one.inner() == other.inner();
    }

    /** Whether lockdep turns itself off before printing, under its graph lock, so that no usage can change in between. */
    private static boolean isOfOneMoment(ReportKind kind) {
        return ScenarioForm.of(kind) != ScenarioForm.ANY;
    }

    private static List<Lock> locks(Report report) {
        var facts = report.lockdep();
        var locks = new ArrayList<Lock>();
        locks.add(facts.acquiring());
        locks.addAll(facts.holding());
        facts.held().forEach(list -> locks.addAll(list.locks()));
        locks.addAll(facts.newDependency());
        if (facts.chain() != null) {
            facts.chain().links().forEach(link -> locks.add(link.lock()));
        }
        if (facts.becameSafe() != null) {
            locks.add(facts.becameSafe().lock());
        }
        if (facts.becameUnsafe() != null) {
            locks.add(facts.becameUnsafe().lock());
        }
        facts.dependencies().forEach(block -> block.locks().forEach(entry -> locks.add(entry.lock())));
        return locks;
    }

    /** A class with two different descriptions; null if there is none. A lock without usage is only a name. */
    private static String conflict(List<Lock> locks, BiPredicate<Lock, Lock> isSame) {
        Map<List<Object>, Lock> first = new HashMap<>();
        for (var lock : locks) {
            var before = lock == null || lock.name() == null || lock.usage() == null
                    ? null
                    : first.putIfAbsent(classOf(lock), lock);
            if (before != null && !isSame.test(before, lock)) {
                return lock.classText();
            }
        }
        return null;
    }

    /** The identity of a class: {@code count_matching_names} numbers classes of the same name. */
    private static List<Object> classOf(Lock lock) {
        var key = new ArrayList<Object>();
        key.add(lock.name());
        key.add(lock.version());
        key.add(lock.subclass());
        return key;
    }

    /** A lock that a sentence calls held, but that is not in the list; null if there is none. */
    private static Lock notListed(Report report) {
        var facts = report.lockdep();
        var scenario = facts.scenario();
        if (facts.held().size() != 1
                || facts.held().get(0).locks().stream().anyMatch(Lock::released)
                || scenario != null && scenario.title().endsWith(" by crosslock")) {
            return null;
        }
        var said = facts.freed() != null && facts.acquiring() != null ? List.of(facts.acquiring()) : facts.holding();
        var list = facts.held().get(0);
        for (var lock : said) {
            if (!lock.released()
                    && list.declared() == list.locks().size()
                    && list.locks().stream().noneMatch(held -> isSame(held, lock))) {
                return lock;
            }
        }
        return null;
    }

    private static boolean isSame(Lock one, Lock other) {
        return classOf(one).equals(classOf(other))
                && !Rule.differ(one.address(), other.address())
                && (one.at() == null
                        || other.at() == null
                        || !Rule.differ(one.at().function(), other.at().function())
                                && !Rule.differ(one.at().offset(), other.at().offset()));
    }

    private static Problem inconsistent(Span span, String message) {
        return new Problem(Problem.Code.INCONSISTENT, span.lineOf(LockLine.TYPE), message);
    }
}
