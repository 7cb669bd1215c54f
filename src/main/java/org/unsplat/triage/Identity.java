package org.unsplat.triage;

import org.unsplat.model.Report;

/**
 * The primary id, which alone decides whether two reports are the same: {@code cycle/1} where there is one, else
 * {@code site/1}.
 *
 * @param name with the version of its recipe
 */
public record Identity(String name, String id) {

    /** Null where the report has none: nothing is the same as such a report. */
    public static Identity of(Report report) {
        var ids = report.fingerprints();
        var name = ids.containsKey(Fingerprints.CYCLE) ? Fingerprints.CYCLE : Fingerprints.SITE;
        return ids.containsKey(name) ? new Identity(name, ids.get(name)) : null;
    }

    @Override
    public String toString() {
        return name + " " + id;
    }
}
