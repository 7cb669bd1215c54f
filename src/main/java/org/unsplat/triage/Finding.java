package org.unsplat.triage;

import org.unsplat.model.Kind;
import org.unsplat.model.Severity;

/**
 * A bug, and its state in the baseline.
 *
 * @param entry null for {@link State#NEW}
 */
public record Finding(State state, Group group, Baseline.Entry entry) {

    /** The state of a bug in the baseline. */
    public enum State {
        /** It has no entry. */
        NEW,
        /** Its entry has expired, so it counts as new. */
        EXPIRED,
        /** It has an entry that has not expired. */
        KNOWN
    }

    public Severity severity() {
        return Kind.of(group.first().kind()).severity();
    }
}
