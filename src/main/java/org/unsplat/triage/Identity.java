package org.unsplat.triage;

import java.util.List;
import org.unsplat.model.Report;

/**
 * The primary id, by which alone two reports are judged to be of one bug: {@code cycle/1} if there is one, else {@code site/1},
 * else {@code cut/1}.
 *
 * @param name includes the version of the recipe
 */
public record Identity(String name, String id) {

    private static final List<String> NAMES = List.of(Fingerprints.CYCLE, Fingerprints.SITE, Fingerprints.CUT);

    /** The primary id; null if the report has none, and then no other report counts as the same. */
    public static Identity of(Report report) {
        for (var name : NAMES) {
            var id = report.fingerprints().get(name);
            if (id != null) {
                return new Identity(name, id);
            }
        }
        return null;
    }

    /** The key that distinguishes bugs, the same in every run: the identity, else kind and title. */
    static String key(Identity identity, String kind, String title) {
        return identity == null ? kind + " " + title : identity.toString();
    }

    @Override
    public String toString() {
        return name + " " + id;
    }
}
