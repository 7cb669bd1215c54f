package org.unsplat.lockdep;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.unsplat.grammar.ContendedLocks;
import org.unsplat.grammar.stack.StackPath;
import org.unsplat.model.Backtrace;
import org.unsplat.model.Blocker;
import org.unsplat.model.ContendedLock;
import org.unsplat.model.HeldLocks;
import org.unsplat.model.Lock;
import org.unsplat.model.Lockdep;
import org.unsplat.model.StackFrame;
import org.unsplat.model.Task;

/**
 * Which task waits for which in a round of the hung task detector. The nodes are tasks and locks. A blocked task leads to the
 * lock that it waits for, or to the owner that the kernel names. A lock leads to the tasks that have it: they list it and then
 * took another lock, or are blocked in something else.
 */
public final class WaitGraph {

    private static final String SEMAPHORE = "semaphore";

    private final Map<Task, HeldLocks> lists = new HashMap<>();
    private final Map<Instance, ContendedLock> locks = new HashMap<>();
    private final Map<Task, Backtrace> stacks = new HashMap<>();

    private final Map<Task, Wait> waits = new LinkedHashMap<>();

    private record Instance(String classText, String address) {}

    /**
     * What a blocked task waits for: a lock in its list, or a lock whose owner the kernel names.
     *
     * @param lock null if the lists do not show it
     * @param listing the tasks that list the lock; null if only this task does
     * @param blocker the kernel's line about the owner, or null
     */
    public record Wait(Task task, Lock lock, ContendedLock listing, Blocker blocker) {

        /** The class of the lock, or its type if only that is known: {@code mutex}. */
        public String what() {
            return lock == null ? blocker.on() : lock.classText();
        }

        /** Whether the kernel names the owner. For a semaphore it names only the last holder. */
        public boolean hasNamedOwner() {
            return blocker != null && blocker.owner() != null && !blocker.on().equals(SEMAPHORE);
        }

        /** The likely owners: the task that the kernel names, else those that took another lock after this one. */
        public List<Task> owners() {
            return hasNamedOwner() ? List.of(blocker.owner()) : wentOn();
        }

        /** The tasks that have the lock according to their lists. Without an address this task may list another instance. */
        private List<Task> wentOn() {
            if (listing == null) {
                return List.of();
            }
            return lock.address() != null
                    ? listing.wentOn()
                    : listing.wentOn().stream()
                            .filter(other -> !other.equals(task))
                            .toList();
        }

        /** Whether this task has this very lock: it took another one after it, or is blocked in something else. */
        public boolean isHeldBy(Task owner) {
            return listing != null && lock.address() != null && listing.wentOn().contains(owner);
        }
    }

    private WaitGraph(Lockdep facts) {
        facts.held().forEach(list -> lists.putIfAbsent(list.task(), list));
        ContendedLocks.of(facts.held())
                .forEach(lock -> locks.put(new Instance(lock.classText(), lock.address()), lock));
        var blockers = new HashMap<Task, Blocker>();
        facts.blockers().forEach(blocker -> blockers.putIfAbsent(blocker.task(), blocker));
        for (var task : facts.blocked()) {
            var stack = task.stack() == null ? new Backtrace(List.of()) : task.stack();
            stacks.putIfAbsent(task.task(), stack);
        }
        stacks.keySet().forEach(this::addHolder);
        for (var task : facts.blocked()) {
            var stack = stacks.get(task.task());
            var lock = LockWait.lock(stack.frames(), lists.get(task.task()));
            add(task.task(), lock, blockers.remove(task.task()));
        }
        // Tasks whose own dump is lost
        blockers.values().forEach(blocker -> add(blocker.task(), null, blocker));
    }

    /** A task that is blocked in something other than a lock also has the last lock of its list. */
    private void addHolder(Task task) {
        var list = lists.get(task);
        var at = place(task);
        if (at == null || list == null || list.locks().isEmpty() || list.locks().size() != list.declared()) {
            return;
        }
        var last = list.locks().get(list.locks().size() - 1);
        // kernfs_drain and the like list a lock and then wait for its holders: they are blocked where they take it
        if (last.at() != null && !LockWait.isAt(at, last.at(), stacks.get(task).frames())) {
            locks.computeIfPresent(
                    new Instance(last.classText(), last.address()), (instance, listing) -> listing.withHolder(task));
        }
    }

    public static WaitGraph of(Lockdep facts) {
        return new WaitGraph(facts);
    }

    private void add(Task task, Lock lock, Blocker blocker) {
        if (lock != null || blocker != null && blocker.owner() != null) {
            var listing = lock == null ? null : listing(task, lock);
            waits.putIfAbsent(task, new Wait(task, lock, listing, blocker));
        }
    }

    /** The tasks that list the lock; only this task if it waits for a lock that it has already. */
    private ContendedLock listing(Task task, Lock lock) {
        var instance = new Instance(lock.classText(), lock.address());
        if (lock.address() != null && !locks.containsKey(instance) && next(task, lock) != null) {
            locks.put(instance, new ContendedLock(lock.classText(), lock.address(), 1, List.of(task)));
        }
        return locks.get(instance);
    }

    /** The known waits of blocked tasks, in the order of the report. */
    public List<Wait> waits() {
        return List.copyOf(waits.values());
    }

    /** The wait of a task, null if unknown. */
    Wait of(Task task) {
        return waits.get(task);
    }

    boolean isBlocked(Task task) {
        return stacks.containsKey(task);
    }

    /** The function in which a blocked task waits for something other than a lock, null if unknown. */
    StackFrame place(Task task) {
        var stack = stacks.get(task);
        return stack == null || LockWait.isIn(stack.frames()) ? null : StackPath.caller(stack.frames());
    }

    /** The function that it calls to wait, or the function itself. */
    StackFrame wait(Task task) {
        return StackPath.first(stacks.get(task).frames());
    }

    /** The lock that the task took after this one, null if its list does not show one. */
    Lock next(Task task, Lock lock) {
        var list = lists.get(task);
        for (var i = 0; list != null && i + 1 < list.locks().size(); i++) {
            var each = list.locks().get(i);
            if (lock.classText().equals(each.classText()) && Objects.equals(lock.address(), each.address())) {
                return list.locks().get(i + 1);
            }
        }
        return null;
    }

    /** A cycle of tasks, each waiting for the next and the last for the first; empty if there is none. */
    public List<Wait> cycle() {
        var done = new HashSet<Object>();
        for (var start : waits.keySet()) {
            var cycle = cycleFrom(start, done);
            if (!cycle.isEmpty()) {
                return cycle;
            }
        }
        return List.of();
    }

    private List<Wait> cycleFrom(Task start, HashSet<Object> done) {
        var path = new ArrayList<Object>();
        var places = new HashMap<Object, Integer>();
        var open = new ArrayDeque<Iterator<?>>();
        open.push(List.of(start).iterator());
        while (!open.isEmpty()) {
            if (!open.peek().hasNext()) {
                open.pop();
                if (!path.isEmpty()) {
                    places.remove(path.remove(path.size() - 1));
                }
                continue;
            }
            Object node = open.peek().next();
            var circle =
                    places.containsKey(node) ? waitsOf(path.subList(places.get(node), path.size())) : List.<Wait>of();
            if (!circle.isEmpty()) {
                return circle;
            }
            if (done.add(node)) {
                places.put(node, path.size());
                path.add(node);
                open.push(after(node).iterator());
            }
        }
        return List.of();
    }

    private List<?> after(Object node) {
        if (node instanceof Instance instance) {
            return locks.get(instance).wentOn();
        }
        var wait = waits.get(node);
        if (wait == null || wait.hasNamedOwner() || wait.listing() == null) {
            return wait == null ? List.of() : wait.owners();
        }
        return List.of(new Instance(wait.lock().classText(), wait.lock().address()));
    }

    /** The waits of a cycle, beginning with the task that the report names first; empty if they may be about two locks of one class. */
    private List<Wait> waitsOf(List<Object> nodes) {
        var circle = new ArrayList<Wait>();
        for (var node : nodes) {
            if (node instanceof Task) {
                circle.add(waits.get(node));
            }
        }
        var only = circle.get(0);
        if (circle.size() == 1 && !only.hasNamedOwner() && only.lock().address() == null) {
            return List.of();
        }
        var places = new HashMap<Task, Integer>();
        circle.forEach(wait -> places.put(wait.task(), places.size()));
        for (var task : waits.keySet()) {
            if (places.containsKey(task)) {
                Collections.rotate(circle, -places.get(task));
                break;
            }
        }
        return circle;
    }
}
