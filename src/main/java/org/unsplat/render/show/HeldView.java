package org.unsplat.render.show;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unsplat.lockdep.LockOrder;
import org.unsplat.lockdep.WaitContextCheck;
import org.unsplat.model.HeldLocks;
import org.unsplat.model.Lock;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Report;
import org.unsplat.model.Task;
import org.unsplat.render.FrameText;
import org.unsplat.render.Style;
import org.unsplat.render.StyledText;

/** What each task held: {@code >>} marks the lock that the wanted one must not be taken under, and the wanted one. */
final class HeldView {

    private static final int LOCKS = 12;
    private static final int TASKS = 6;
    /** Lists what all tasks hold, and takes a lock itself. */
    private static final String LISTING = "debug_show_all_locks";

    private final Report report;
    private final Lockdep facts;
    private final ScreenBuffer screen;
    private final boolean verbose;
    private final boolean realTime;
    /** The tasks that the hung task detector found. */
    private final Set<Task> blocked = new HashSet<>();
    /** Whom the kernel names as the owner of a lock that one of them waits for. */
    private final Set<Task> owners = new HashSet<>();

    HeldView(Report report, ScreenBuffer screen, boolean verbose) {
        this.report = report;
        this.facts = report.lockdep();
        this.screen = screen;
        this.verbose = verbose;
        this.realTime = report.system() != null && report.system().preemptRt();
        facts.blocked().forEach(task -> blocked.add(task.task()));
        facts.blockers().forEach(blocker -> owners.add(blocker.owner()));
    }

    void write() {
        var lists = byRelevance();
        var culprit = WaitContextCheck.forbidding(report);
        if (culprit == null && LockOrder.isRecursion(facts)) {
            culprit = lists.stream()
                    .flatMap(list -> list.locks().stream())
                    .filter(this::isHolding)
                    .findFirst()
                    .orElse(null);
        }
        var some = verbose || lists.size() <= TASKS ? lists.size() : TASKS - 1;
        for (var list : lists.subList(0, some)) {
            held(list, culprit);
        }
        if (some < lists.size()) {
            screen.heading(StyledText.of(Style.DIM, "... and " + (lists.size() - some) + " more tasks; -v shows all"));
        }
        if (facts.turnedOff() && lists.isEmpty()) {
            screen.heading("Held locks");
            screen.line(ScreenBuffer.MARGIN, StyledText.of("not printed: lockdep was off already"));
        }
    }

    private record Ranked(HeldLocks list, int rank) {}

    /**
     * First the task that the report is about, then those that stand in its way, last the one that made the list. On
     * s390, sh and microblaze each dump of a stack repeats the list of its task: once is enough if it is the same.
     */
    private List<HeldLocks> byRelevance() {
        var lists = facts.held().stream().distinct().toList();
        if (!facts.allTasks()) {
            return lists;
        }
        // A task that waits for a lock has it on its list already
        var wanted = new HashMap<String, Set<String>>();
        lists.stream()
                .filter(list -> blocked.contains(list.task()))
                .flatMap(list -> list.locks().stream())
                .forEach(lock -> wanted.computeIfAbsent(lock.classText(), name -> new HashSet<>())
                        .add(lock.address()));
        return lists.stream()
                .map(list -> new Ranked(list, rank(list, wanted)))
                .sorted(Comparator.comparingInt(Ranked::rank))
                .map(Ranked::list)
                .toList();
    }

    /** @param wanted addresses by class: null among them where the kernel printed none */
    private int rank(HeldLocks list, Map<String, Set<String>> wanted) {
        if (blocked.contains(list.task())) {
            return 0;
        }
        if (list.locks().stream()
                .anyMatch(lock -> lock.at() != null && LISTING.equals(lock.at().function()))) {
            return 3;
        }
        var isInTheWay = owners.contains(list.task())
                || list.locks().stream().anyMatch(lock -> isAmong(wanted.get(lock.classText()), lock));
        return isInTheWay ? 1 : 2;
    }

    private static boolean isAmong(Set<String> addresses, Lock lock) {
        return lock.classText() != null
                && addresses != null
                && (lock.address() == null || addresses.contains(null) || addresses.contains(lock.address()));
    }

    private boolean isHolding(Lock lock) {
        return isSame(facts.holding().get(0), lock);
    }

    /** Of one class, and the same instance where the kernel printed which. */
    private static boolean isSame(Lock one, Lock two) {
        return one.classText() != null
                && one.classText().equals(two.classText())
                && (one.address() == null
                        || two.address() == null
                        || one.address().equals(two.address()));
    }

    private void held(HeldLocks list, Lock culprit) {
        var task = list.task().comm() + "/" + list.task().pid();
        screen.heading(
                StyledText.of(Style.BOLD, "Held by " + task).add(list.declared() == 0 ? ": no lock" : unprotecting()));
        var table = new StyledTable(4);
        var some = verbose || list.locks().size() <= LOCKS ? list.locks().size() : LOCKS - 1;
        list.locks()
                .subList(0, some)
                .forEach(lock -> row(lock == culprit ? ">>" : "", "#" + lock.index(), lock, table));
        if (culprit != null && isOn(list, culprit)) {
            row(">>", "wants", facts.acquiring(), table);
        }
        table.write(0, screen);
        if (some < list.locks().size()) {
            screen.line(
                    ScreenBuffer.MARGIN * 2,
                    StyledText.of(Style.DIM, "... " + (list.locks().size() - some) + " more; -v shows all"));
        }
        if (list.locks().size() < list.declared()) {
            screen.line(
                    ScreenBuffer.MARGIN,
                    StyledText.of(Style.YELLOW, list.locks().size() + " of " + list.declared() + " printed"));
        }
    }

    /** This instance, not another task's equal one. */
    private static boolean isOn(HeldLocks list, Lock culprit) {
        for (var lock : list.locks()) {
            if (lock == culprit) {
                return true;
            }
        }
        return false;
    }

    private void row(String mark, String number, Lock lock, StyledTable table) {
        var forbids = !mark.isEmpty() && facts.waitContext() != null;
        table.row(
                StyledText.of(Style.RED, mark).pad(2),
                StyledText.of(Style.DIM, number),
                StyledText.of(Style.BOLD, lock.classText() == null ? "<released>" : lock.classText()),
                lock.at() == null ? new StyledText() : FrameText.withPlace(lock.at()),
                StyledText.of(UsagePhrases.usage(lock, realTime)),
                StyledText.of(forbids ? Style.RED : Style.PLAIN, UsagePhrases.wait(lock)));
    }

    private String unprotecting() {
        var message = facts.rcu() == null || facts.rcu().message() == null
                ? ""
                : facts.rcu().message();
        return message.contains("rcu_dereference") || message.contains("non-reader section")
                ? ": none of these protects it"
                : "";
    }
}
