package org.unsplat.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.unsplat.model.IrqSafety;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Race;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;

/**
 * {@code stack/1}: the kind, and the first five functions of each stack, the stacks in no order:
 * {@code kcsan-data-race}, {@code __flush_work < flush_work < ...}, {@code ...}. Functions that say nothing of where
 * the bug is do not count.
 */
final class StackRecipe {

    private static final int DEPTH = 5;

    private StackRecipe() {
    }

    /** Null where a stack is missing. */
    static List<String> of(Report report) {
        var sides = new ArrayList<String>();
        var race = report.race();
        if (race != null && race.accesses().size() != (race.unknownOrigin() ? 1 : 2)) {
            return null;
        }
        for (var stack : race != null ? stacks(race) : stacks(report)) {
            var names = names(stack, race == null);
            if (names.isEmpty() || names.size() < DEPTH && !report.complete()) {
                return null;
            }
            sides.add(String.join(" < ", names));
        }
        return sides.isEmpty() ? null : Stream.concat(Stream.of(report.kind()), inOrder(race, sides)).toList();
    }

    /** A race has two sides though both be the same; a lockdep report often prints one stack twice. */
    private static Stream<String> inOrder(Race race, List<String> sides) {
        var sorted = sides.stream().sorted();
        return race == null ? sorted.distinct() : sorted;
    }

    private static List<List<StackFrame>> stacks(Race race) {
        return race.accesses().stream().map(Race.Access::stack).toList();
    }

    private static List<List<StackFrame>> stacks(Report report) {
        var stacks = new ArrayList<List<StackFrame>>();
        addParts(report.lockdep(), stacks);
        if (report.backtrace() != null) {
            stacks.add(report.backtrace().frames());
        }
        return stacks;
    }

    private static void addParts(Lockdep facts, List<List<StackFrame>> stacks) {
        if (facts.chain() != null) {
            facts.chain().links().forEach(link -> stacks.add(link.stack()));
        }
        if (facts.registered() != null) {
            stacks.add(facts.registered().frames());
        }
        Stream.of(facts.becameSafe(), facts.becameUnsafe()).filter(Objects::nonNull).map(IrqSafety::stack)
                .filter(stack -> !stack.isEmpty()).forEach(stacks::add);
    }

    private static List<String> names(List<StackFrame> stack, boolean ofLocks) {
        var names = new ArrayList<String>(DEPTH);
        for (var frame : stack) {
            var name = FunctionName.of(frame);
            if (name != null && !ToolFrames.saysNothing(name) && !(ofLocks && SkippedFunctions.ALWAYS.skips(name))) {
                names.add(name);
                if (names.size() == DEPTH) {
                    break;
                }
            }
        }
        return names;
    }
}
