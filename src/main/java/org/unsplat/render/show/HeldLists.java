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

/** The lists of held locks of a report, and the lock in them that the wanted one must not be taken under. */
public final class HeldLists {

    /** Lists what all tasks hold, and takes a lock itself. */
    private static final String LISTING = "debug_show_all_locks";

    private final Report report;
    private final Lockdep facts;
    /** The tasks that the hung task detector found. */
    private final Set<Task> blocked = new HashSet<>();
    /** Whom the kernel names as the owner of a lock that one of them waits for. */
    private final Set<Task> owners = new HashSet<>();

    private HeldLists(Report report) {
        this.report = report;
        this.facts = report.lockdep();
        facts.blocked().forEach(task -> blocked.add(task.task()));
        facts.blockers().forEach(blocker -> owners.add(blocker.owner()));
    }

    /** Of a lockdep report. */
    public static HeldLists of(Report report) {
        return new HeldLists(report);
    }

    /** The lock that the wanted one must not be taken under, null where none is told. */
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
     * First the task that the report is about, then those that stand in its way, last the one that made the list. On
     * s390, sh and microblaze each dump of a stack repeats the list of its task: once is enough if it is the same.
     */
    public List<HeldLocks> byRelevance() {
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

    /** This instance, not another task's equal one. */
    public static boolean isOn(HeldLocks list, Lock culprit) {
        for (var lock : list.locks()) {
            if (lock == culprit) {
                return true;
            }
        }
        return false;
    }

    /** That none of the locks is the one which RCU asks for; empty where that is not so. */
    public static String unprotecting(Lockdep facts) {
        var message = facts.rcu() == null || facts.rcu().message() == null
                ? ""
                : facts.rcu().message();
        return message.contains("rcu_dereference") || message.contains("non-reader section")
                ? ": none of these protects it"
                : "";
    }
}
