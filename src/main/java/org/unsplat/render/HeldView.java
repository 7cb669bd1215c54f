package org.unsplat.render;

import java.util.Comparator;
import java.util.List;
import org.unsplat.model.HeldLocks;
import org.unsplat.model.Lock;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Report;

/** What each task held: {@code >>} marks the lock that the wanted one must not be taken under, and the wanted one. */
final class HeldView {

    private static final int LOCKS = 12;
    private static final int TASKS = 6;
    /** Of the task that lists what all others hold, for which it takes a lock too. */
    private static final String LISTING = "debug_show_all_locks";
    private final Report report;
    private final Lockdep facts;
    private final Page page;
    private final boolean verbose;

    HeldView(Report report, Page page, boolean verbose) {
        this.report = report;
        this.facts = report.lockdep();
        this.page = page;
        this.verbose = verbose;
    }

    void write() {
        var lists = facts.held().stream().sorted(Comparator.comparingInt(this::rank)).toList();
        var culprit = LockOrder.forbidding(facts);
        if (culprit == null && LockOrder.isRecursion(facts)) {
            culprit = lists.stream().flatMap(list -> list.locks().stream()).filter(this::isHolding).findFirst().orElse(null);
        }
        int some = verbose || lists.size() <= TASKS ? lists.size() : TASKS - 1;
        for (var list : lists.subList(0, some)) {
            held(list, culprit);
        }
        if (some < lists.size()) {
            page.heading(Phrase.of(Style.DIM, "... and " + (lists.size() - some) + " more tasks; -v shows all"));
        }
        if (facts.turnedOff() && lists.isEmpty()) {
            page.heading("Held locks");
            page.line(Page.MARGIN, Phrase.of("not printed: lockdep was off already"));
        }
    }

    /** First the task that the report is about, then those that stand in its way, last the one that made the list. */
    private int rank(HeldLocks list) {
        boolean isListing = !list.locks().isEmpty() && list.locks().stream()
                .anyMatch(lock -> lock.at() != null && LISTING.equals(lock.at().function()));
        return !facts.allTasks() || isBlocked(list) ? 0 : isListing ? 3
                : list.locks().stream().anyMatch(this::isBlocking) ? 1 : 2;
    }

    private boolean isBlocked(HeldLocks list) {
        return report.headline().contains(" " + list.task().comm() + ":" + list.task().pid() + " ");
    }

    /** A task that waits for a lock has it on its list already. */
    private boolean isBlocking(Lock lock) {
        return facts.held().stream().filter(this::isBlocked).flatMap(list -> list.locks().stream())
                .anyMatch(other -> lock.classText() != null && lock.classText().equals(other.classText()));
    }

    private boolean isHolding(Lock lock) {
        var holding = facts.holding().get(0);
        return holding.classText().equals(lock.classText())
                && (holding.address() == null || holding.address().equals(lock.address()));
    }

    private void held(HeldLocks list, Lock culprit) {
        var task = list.task().comm() + "/" + list.task().pid();
        page.heading(Phrase.of(Style.BOLD, "Held by " + task).add(list.declared() == 0 ? ": no lock" : unprotecting()));
        var table = new Table(4);
        int some = verbose || list.locks().size() <= LOCKS ? list.locks().size() : LOCKS - 1;
        list.locks().subList(0, some).forEach(lock -> row(lock == culprit ? ">>" : "", "#" + lock.index(), lock, table));
        if (culprit != null && list.locks().contains(culprit)) {
            row(">>", "wants", facts.acquiring(), table);
        }
        table.write(0, page);
        if (some < list.locks().size()) {
            page.line(Page.MARGIN * 2, Phrase.of(Style.DIM, "... " + (list.locks().size() - some) + " more; -v shows all"));
        }
        if (list.locks().size() < list.declared()) {
            page.line(Page.MARGIN, Phrase.of(Style.YELLOW, list.locks().size() + " of " + list.declared() + " printed"));
        }
    }

    private void row(String mark, String number, Lock lock, Table table) {
        var forbids = !mark.isEmpty() && facts.waitContext() != null;
        table.row(Phrase.of(Style.RED, mark).pad(2), Phrase.of(Style.DIM, number),
                Phrase.of(Style.BOLD, lock.classText() == null ? "<released>" : lock.classText()),
                lock.at() == null ? new Phrase() : FrameText.withPlace(lock.at()),
                Phrase.of(UsageWords.usage(lock)),
                Phrase.of(forbids ? Style.RED : Style.PLAIN, UsageWords.wait(lock)));
    }

    private String unprotecting() {
        var message = facts.rcu() == null || facts.rcu().message() == null ? "" : facts.rcu().message();
        return message.contains("rcu_dereference") || message.contains("non-reader section")
                ? ": none of these protects it" : "";
    }
}
