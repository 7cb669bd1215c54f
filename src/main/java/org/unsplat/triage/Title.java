package org.unsplat.triage;

import java.util.List;
import java.util.Objects;
import org.unsplat.demangle.Demangler;
import org.unsplat.input.bytes.Regex;
import org.unsplat.model.Kind;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Report;

/**
 * The title that syzbot would give a report. {@code KCSAN: data-race in A / B} is the kernel's text;
 * {@code possible deadlock in F} is the kind and the function that names the bug. That function depends on the kind:
 *
 * <table>
 * <caption>The function that names the bug</caption>
 * <tr><td>circular</td><td>first candidate of: where the lock is requested, where the other is held, the chain</td></tr>
 * <tr><td>irq order</td><td>first candidate of: the stack that made the one lock safe, that which made the other unsafe</td></tr>
 * <tr><td>recursive, inversion</td><td>where the lock is requested</td></tr>
 * <tr><td>circular, irq order and inconsistent up to 4.9</td><td>where the lock is requested</td></tr>
 * <tr><td>bad unlock balance</td><td>first candidate of: where it was released, the backtrace</td></tr>
 * <tr><td>freed, held at exit or return to user</td><td>where the first of these locks was taken</td></tr>
 * <tr><td>a WARN</td><td>first candidate of: the place of the WARN, the backtrace</td></tr>
 * <tr><td>workqueue leak</td><td>the work function, as printed</td></tr>
 * <tr><td>hung task</td><td>as for the others, but without functions that wait</td></tr>
 * <tr><td>the others</td><td>first candidate of the backtrace</td></tr>
 * </table>
 *
 * <p>{@link FunctionCandidates} and {@link SkippedFunctions} define a candidate. If a stack should name the bug and has no
 * candidate, F is {@code corrupted}, as in syzbot's titles. If a place should name it and is missing, and for kinds without a
 * rule, the title is the kernel's own line.
 */
public final class Title {

    private static final String DEADLOCK = "possible deadlock";
    private static final List<String> SIGNS = List.of("BUG:", "WARNING:", "INFO:");
    private static final Regex DECODED = new Regex("\\.\\w+:\\d");
    private static final Regex WARN = new Regex("WARNING: (?:.* at \\S+\\.[a-z]+:\\d+ |\\S+\\.[a-z]+:\\d+ at )\\w");
    private static final Regex LOCKDEP_WARN = new Regex("WARNING: .*kernel/locking/lockdep\\.c.*lock_");
    private static final Regex SPINLOCK = new Regex("BUG: (?:spinlock|rwlock) (?:lockup suspected"
            + "|already unlocked|recursion|cpu recursion|bad magic|wrong owner|wrong CPU|trylock failure on UP)");
    private static final Regex WORK = new Regex("(?:last function: |workfn=)(\\w+)");

    private final Report report;
    private final Lockdep facts;
    private final TitleFunction function;
    private final String headline;

    private Title(Report report) {
        this.report = report;
        this.facts = report.lockdep();
        this.function = new TitleFunction(report);
        this.headline = TitleText.beginning(Objects.requireNonNullElse(report.headline(), ""));
    }

    /** The title; never empty. */
    public static String of(Report report) {
        var title = new Title(report);
        var text = TitleText.of(report.race() != null ? title.race() : title.lockdep());
        return text.isEmpty() ? report.kind() : text;
    }

    /** The headline of a race, or a new one if a symbolizer put places and inlined functions into it. */
    private String race() {
        var said = headline.indexOf("KCSAN: ");
        var functions = report.race().functions();
        if (said >= 0 && (functions.isEmpty() || !DECODED.matcher(headline).find())) {
            return demangled(headline.substring(said), functions);
        }
        var bug = "KCSAN: " + Objects.requireNonNullElse(report.race().bug(), "data-race");
        return functions.isEmpty() ? bug : demangled(bug + " in " + String.join(" / ", functions), functions);
    }

    private static String demangled(String text, List<String> functions) {
        var readable = text;
        for (var function : functions) {
            readable = readable.replace(function, FunctionName.withoutNumbers(Demangler.name(function)));
        }
        return readable;
    }

    private String lockdep() {
        return switch (Kind.of(report.kind())) {
            case CIRCULAR_DEPENDENCY -> isOld() ? acquiring(DEADLOCK) : in(DEADLOCK, function.ofCircle());
            case IRQ_ORDER -> isOld() ? acquiring(DEADLOCK) : in(DEADLOCK, function.ofIrqOrder());
            case RECURSIVE_LOCKING, IRQ_INVERSION -> acquiring(DEADLOCK);
            case INCONSISTENT_STATE -> inconsistent();
            case INVALID_WAIT_CONTEXT -> backtrace("WARNING: locking bug", SkippedFunctions.ALWAYS);
            case BAD_UNLOCK_BALANCE -> in(severityWord() + "bad unlock balance", function.ofRelease());
            case HELD_LOCK_FREED -> at(severityWord() + "held lock freed", function.ofFirstLock());
            case HELD_ON_USER_RETURN ->
                at(severityWord() + "lock held when returning to user space", function.ofHeldLock());
            case HELD_AT_EXIT -> at(severityWord() + "still has locks held", function.ofHeldLock());
            case NESTED_LOCK_NOT_TAKEN -> in("WARNING: nested lock was not taken", function.ofNest());
            case SUSPICIOUS_RCU -> rcu();
            case NON_STATIC_KEY -> backtrace("INFO: trying to register non-static key", SkippedFunctions.IN_KEY);
            case INTERNAL, ASSERT -> warning();
            case HELD_LOCKS -> heldLocks();
            case BAD_CONTENTION, INVALID_SUBCLASS, LIMIT, UNKNOWN, DATA_RACE, ASSERT_RACE, OF_LATER_VERSION ->
                verbatim();
        };
    }

    private String inconsistent() {
        var label = "inconsistent lock state";
        var byStack = !isOld() && function.ofAcquiring() != null;
        return byStack ? backtrace(label, SkippedFunctions.ALWAYS) : acquiring(label);
    }

    private String rcu() {
        var named = facts.rcu() != null && facts.rcu().file() != null;
        var label = (isOld() ? "INFO: " : "WARNING: ") + "suspicious RCU usage";
        return named ? backtrace(label, SkippedFunctions.IN_RCU) : verbatim();
    }

    private String warning() {
        var at = facts.warning() == null ? null : facts.warning().at();
        var inLockFunction = at != null
                && at.file() != null
                && at.function() != null
                && at.file().endsWith("kernel/locking/lockdep.c")
                && at.function().contains("lock_");
        if (inLockFunction || LOCKDEP_WARN.matcher(headline).find()) {
            return in("WARNING: locking bug", function.ofWarning());
        }
        return at != null || WARN.matcher(headline).find() ? in("WARNING", function.ofWarning()) : verbatim();
    }

    private String heldLocks() {
        if (headline.contains("BUG: sleeping function called from invalid context")) {
            return backtrace("BUG: sleeping function called from invalid context", SkippedFunctions.ALWAYS);
        }
        if (headline.contains("BUG: scheduling while atomic")) {
            return backtrace("BUG: scheduling while atomic", SkippedFunctions.IN_SCHEDULE);
        }
        if (headline.contains("BUG: workqueue leaked")) {
            return workqueue();
        }
        if (headline.contains("INFO: task ") && headline.contains(" blocked ")) {
            return in("INFO: task hung", function.ofHang());
        }
        if (headline.contains("INFO: task ") && headline.contains(" can't die ")) {
            return backtrace("INFO: task can't die", SkippedFunctions.IN_SCHEDULE);
        }
        var spinlock = SPINLOCK.matcher(headline);
        return spinlock.find() ? backtrace(spinlock.group(), SkippedFunctions.IN_SPINLOCK) : warning();
    }

    /** "leaked atomic, lock or RCU" of 6.12, unknown to syzbot, gets the title of the older wording. */
    private String workqueue() {
        var function = work(facts.before());
        return at("BUG: workqueue leaked lock or atomic", function != null ? function : work(facts.notes()));
    }

    private static String work(List<String> lines) {
        for (var line : lines) {
            var work = WORK.matcher(line);
            if (work.find()) {
                return work.group(1);
            }
        }
        return null;
    }

    private String backtrace(String label, SkippedFunctions skipped) {
        return in(label, function.ofBacktrace(skipped));
    }

    private String acquiring(String label) {
        return at(label, function.ofAcquiring());
    }

    private static String in(String label, String function) {
        return label + " in " + (function == null ? "corrupted" : function);
    }

    private String at(String label, String place) {
        return place == null ? verbatim() : in(label, place);
    }

    /** Up to 4.9 the headlines of lock bugs are {@code [ INFO: ... ]}. */
    private boolean isOld() {
        return headline.contains("INFO:");
    }

    private String severityWord() {
        return headline.contains("BUG:") ? "BUG: " : "WARNING: ";
    }

    private String verbatim() {
        for (var sign : SIGNS) {
            var at = headline.indexOf(sign);
            if (at >= 0) {
                return headline.substring(at);
            }
        }
        return headline;
    }
}
