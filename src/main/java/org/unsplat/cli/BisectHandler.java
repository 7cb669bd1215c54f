package org.unsplat.cli;

import java.util.function.Predicate;
import org.unsplat.model.Diagnostic;
import org.unsplat.model.InputInfo;
import org.unsplat.model.Report;
import org.unsplat.triage.Fingerprints;
import org.unsplat.triage.IdPrefix;
import org.unsplat.triage.Identity;

/** Looks for one bug, and for reasons why a log does not prove its absence. */
final class BisectHandler implements InputHandler {

    private final IdPrefix bug;
    private final Predicate<String> kinds;
    private final boolean needsLockdep;
    private boolean read;
    private String found;
    private String doubt;

    BisectHandler(IdPrefix bug, Predicate<String> kinds, boolean needsLockdep) {
        this.bug = bug;
        this.kinds = kinds;
        this.needsLockdep = needsLockdep;
    }

    @Override
    public void report(Report report) {
        if (!kinds.test(report.kind())) {
            return;
        }
        var where = report.where().input() + ":" + report.where().first();
        var identity = Identity.of(report);
        if (bug.isOfAny(report.fingerprints())) {
            found = found == null ? where + ": the bug is there: " + report.title() : found;
        } else if (identity == null || identity.name().equals(Fingerprints.CUT)) {
            doubt(where + ": a report is cut and may be the bug: " + report.title());
        }
    }

    @Override
    public void input(InputInfo input) {
        read = true;
        if (needsLockdep && input.lockdepOff() != null) {
            doubt(input.name() + ":" + input.lockdepOff().line() + ": lockdep is off from here on: "
                    + input.lockdepOff().reason());
        }
    }

    @Override
    public void diagnostic(Diagnostic diagnostic) {
        if (diagnostic.level().equals("error") || diagnostic.tellsOfUnread()) {
            doubt(diagnostic.message());
        }
    }

    private void doubt(String reason) {
        doubt = doubt == null ? reason : doubt;
    }

    /** The exit status for git. */
    int status() {
        if (found != null) {
            return Exit.NEW_FOUND;
        }
        return doubt == null && read ? Exit.DONE : Exit.SKIPPED;
    }

    /** The reason for this status. */
    String reason() {
        return switch (status()) {
            case Exit.NEW_FOUND -> found;
            case Exit.DONE -> "the bug is not there";
            default -> "the log proves nothing: " + (doubt == null ? "there is none" : doubt);
        };
    }
}
