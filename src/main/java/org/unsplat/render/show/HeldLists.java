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

/** The lists of held locks of a report, and the lock in them under which the requested one must not be taken. */
public final class HeldLists {

    /** The function that lists the locks of all tasks; it holds a lock itself. */
    private static final String LISTING = "debug_show_all_locks";

    private final Report report;
    private final Lockdep facts;
    /** The tasks found by the hung task detector. */
    private final Set<Task> blocked = new HashSet<>();
    /** The tasks that the kernel names as owners of locks for which these wait. */
    private final Set<Task> owners = new HashSet<>();

    private HeldLists(Report report) {
        this.report = report;
        this.facts = report.lockdep();
        facts.blocked().forEach(task -> blocked.add(task.task()));
        facts.blockers().forEach(blocker -> owners.add(blocker.owner()));
    }

    public static HeldLists of(Report report) {
        return new HeldLists(report);
    }

    /** The lock under which the requested one must not be taken, null if unknown. */
    public Lock culprit() {
        var culprit = WaitContextCheck.forbidding(report);
        if (culprit == null && LockOrder.isRecursion(facts)) {
            culprit = byRelevance().stream()
                    .flatMap(list -> list.locks().stream())
                    .filter(this::isHolding)
                    .findFirst()
                    .orElse(null);
        }
        return culprit;
    }

    private record Ranked(HeldLocks list, int rank) {}

    /**
     * The lists in this order: the task that the report is about, tasks that block it, others, the task that printed the list. On
     * s390, sh and microblaze each stack dump repeats the list of its task; equal lists are shown once.
     */
    public List<HeldLocks> byRelevance() {
        // Most reports have one list, for which nothing needs to be compared
        var lists = facts.held().size() < 2
                ? facts.held()
                : facts.held().stream().distinct().toList();
        if (!facts.allTasks()) {
            return lists;
        }
        // A task that waits for a lock already lists it
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

    /** @param wanted addresses by class; contains null if the kernel printed none */
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

    /** Whether both have the same class and, if the kernel printed addresses, are the same instance. */
    private static boolean isSame(Lock one, Lock two) {
        return one.classText() != null
                && one.classText().equals(two.classText())
                && (one.address() == null
                        || two.address() == null
                        || one.address().equals(two.address()));
    }

    /** Whether this very entry is in the list, not an equal one of another task. */
    public static boolean isOn(HeldLocks list, Lock culprit) {
        for (var lock : list.locks()) {
            if (lock == culprit) {
                return true;
            }
        }
        return false;
    }

    /** A phrase that none of the held locks is the one RCU requires; empty if that is not so. */
    public static String unprotecting(Lockdep facts) {
        var message = facts.rcu() == null || facts.rcu().message() == null
                ? ""
                : facts.rcu().message();
        return message.contains("rcu_dereference") || message.contains("non-reader section")
                ? ": none of these protects it"
                : "";
    }
}
