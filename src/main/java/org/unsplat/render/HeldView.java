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
        for (var list : lists) {
            held(list, culprit);
        }
        if (facts.turnedOff() && lists.isEmpty()) {
            page.heading("Held locks");
            page.line(Page.MARGIN, Phrase.of("not printed: lockdep was off already"));
        }
    }

    /** Of all tasks, the one that the report is about first, the one that only made the list last. */
    private int rank(HeldLocks list) {
        boolean isListing = !list.locks().isEmpty() && list.locks().stream()
                .allMatch(lock -> lock.at() != null && LISTING.equals(lock.at().function()));
        var pid = "" + list.task().pid();
        return !facts.allTasks() ? 0 : isListing ? 2 : report.headline().contains(list.task().comm() + ":" + pid) ? 0 : 1;
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
