package org.unsplat.check;

import java.util.Locale;
import java.util.function.Consumer;
import org.unsplat.demux.Span;
import org.unsplat.grammar.lock.LockClassHeader;
import org.unsplat.model.Dependencies;
import org.unsplat.model.IrqSafety;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/**
 * A lock class among the dependencies must have as many stacks as its usage characters say, and its key. The last of several
 * classes must have the stack that took it.
 */
final class DependenciesRule implements Rule {

    private static final String INITIAL = "INITIAL ";

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        var facts = report.lockdep();
        if (facts == null) {
            return;
        }
        checkLock(facts.becameSafe(), "safe", span, problems);
        checkLock(facts.becameUnsafe(), "unsafe", span, problems);
        for (var block : facts.dependencies()) {
            for (var entry : block.locks()) {
                var missing = missing(entry);
                if (missing != null) {
                    problems.accept(new Problem(
                            Problem.Code.MISSING_PART,
                            lineOf(span, entry),
                            "expected " + missing + " of the class "
                                    + entry.lock().classText()));
                }
            }
            var count = block.locks().size();
            var last = count < 2 ? null : block.locks().get(count - 1);
            if (last != null && last.acquired() == null) {
                problems.accept(new Problem(
                        Problem.Code.MISSING_PART,
                        lineOf(span, last),
                        "expected where the last lock of the dependencies was acquired"));
            }
        }
    }

    private static void checkLock(IrqSafety safety, String word, Span span, Consumer<Problem> problems) {
        if (safety != null && safety.lock() == null) {
            problems.accept(new Problem(
                    Problem.Code.MISSING_PART,
                    span.last(),
                    "expected the lock that became " + safety.state() + "-irq-" + word));
        }
    }

    /** The missing or superfluous part; null if there is none. */
    private static String missing(Dependencies.Entry entry) {
        var usage = entry.lock().usage();
        var expected = usage == null ? -1 : stacks(usage);
        var found = entry.usages().stream()
                .filter(each -> !each.state().toUpperCase(Locale.ROOT).startsWith(INITIAL))
                .count();
        if (expected >= 0 && found != expected) {
            return expected + " uses, as its usage says, and found " + found + ",";
        }
        if (found == entry.usages().size()) {
            return "the initial use";
        }
        return entry.key() == null ? "the key" : null;
    }

    /** {@code +} and {@code -} mean one use, {@code ?} means two. */
    private static int stacks(String usage) {
        return usage.chars()
                .map(letter -> letter == '.' ? 0 : letter == '?' ? 2 : 1)
                .sum();
    }

    private static int lineOf(Span span, Dependencies.Entry entry) {
        return span.lineOf(line -> line.is(LockClassHeader.HEAD)
                && line.text().contains(entry.lock().classText()));
    }
}
