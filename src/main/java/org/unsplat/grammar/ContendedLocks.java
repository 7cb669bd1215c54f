package org.unsplat.grammar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unsplat.model.ContendedLock;
import org.unsplat.model.HeldLocks;
import org.unsplat.model.Lock;
import org.unsplat.model.Task;

/**
 * Finds the locks that several tasks list in a dump of all tasks. lockdep lists a lock before the task gets it: a task that
 * lists it last may be waiting for it, a task that lists another one after it has it.
 */
public final class ContendedLocks {

    /** The RCU read side is listed by every reader, and no task waits for it. */
    private static final String RCU = "rcu_";

    private final Map<Instance, Listing> listings = new LinkedHashMap<>();

    /** A lock by its class and by its address if the kernel printed one. */
    private record Instance(String classText, String address) {}

    /** The tasks that list a lock. */
    private static final class Listing {

        private final Set<Task> tasks = new LinkedHashSet<>();
        private final Set<Task> wentOn = new LinkedHashSet<>();
    }

    private ContendedLocks() {}

    /** The locks that at least two tasks list, one of them as its last. */
    public static List<ContendedLock> of(List<HeldLocks> lists) {
        var locks = new ContendedLocks();
        lists.forEach(locks::add);
        return locks.contended();
    }

    private void add(HeldLocks list) {
        var last = list.locks().size() - 1;
        for (var i = 0; i <= last; i++) {
            var lock = list.locks().get(i);
            if (lock.classText() != null && !lock.classText().startsWith(RCU)) {
                add(lock, list.task(), i < last);
            }
        }
    }

    private void add(Lock lock, Task task, boolean wentOn) {
        var listing =
                listings.computeIfAbsent(new Instance(lock.classText(), lock.address()), instance -> new Listing());
        listing.tasks.add(task);
        if (wentOn) {
            listing.wentOn.add(task);
        }
    }

    private List<ContendedLock> contended() {
        var contended = new ArrayList<ContendedLock>();
        listings.forEach((instance, listing) -> {
            if (listing.tasks.size() > 1 && listing.wentOn.size() < listing.tasks.size()) {
                contended.add(new ContendedLock(
                        instance.classText(), instance.address(), listing.tasks.size(), List.copyOf(listing.wentOn)));
            }
        });
        return List.copyOf(contended);
    }
}
