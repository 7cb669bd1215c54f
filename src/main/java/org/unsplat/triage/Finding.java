package org.unsplat.triage;

import org.unsplat.model.Kind;
import org.unsplat.model.Severity;

/**
 * A group of reports, and what the baseline says of it.
 *
 * @param entry null for {@link State#NEW}
 */
public record Finding(State state, Group group, Baseline.Entry entry) {

    /** What the baseline says. */
    public enum State {
        /** Nothing. */
        NEW,
        /** Its entry has expired: counts as new. */
        EXPIRED,
        /** It is known. */
        KNOWN
    }

    /** The severity of its kind. */
    public Severity severity() {
        return Kind.of(group.first().kind()).severity();
    }
}
