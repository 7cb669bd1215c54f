package org.unsplat.triage;

import java.util.List;
import org.unsplat.model.Report;

/**
 * The reports of one bug.
 *
 * @param identity null where they have none; then they share kind and title
 * @param first the first of them, which stands for all
 * @param count how many there are
 */
public record Group(Identity identity, Report first, int count) {

    Group andOneMore() {
        return new Group(identity, first, count + 1);
    }

    /** What groups are told apart by, stable from run to run. */
    public String key() {
        return identity == null ? first.kind() + " " + first.title() : identity.toString();
    }

    /** An id for formats that want one of every result; no two groups of a run share it. */
    public String id() {
        return identity == null ? new Fingerprint("group/1", List.of(key())).id() : identity.id();
    }
}
