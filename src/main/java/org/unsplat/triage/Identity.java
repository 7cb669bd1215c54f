package org.unsplat.triage;

import java.util.List;
import org.unsplat.model.Report;

/**
 * The primary id, which alone decides whether two reports are the same: {@code cycle/1} where there is one, else
 * {@code site/1}, else {@code cut/1}.
 *
 * @param name with the version of its recipe
 */
public record Identity(String name, String id) {

    private static final List<String> NAMES = List.of(Fingerprints.CYCLE, Fingerprints.SITE, Fingerprints.CUT);

    /** Null where the report has none: nothing is the same as such a report. */
    public static Identity of(Report report) {
        for (var name : NAMES) {
            var id = report.fingerprints().get(name);
            if (id != null) {
                return new Identity(name, id);
            }
        }
        return null;
    }

    /** What bugs are told apart by, stable from run to run: by kind and title where there is no identity. */
    static String key(Identity identity, String kind, String title) {
        return identity == null ? kind + " " + title : identity.toString();
    }

    @Override
    public String toString() {
        return name + " " + id;
    }
}
