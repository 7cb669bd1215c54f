package org.unsplat;

import java.util.List;
import org.unsplat.model.Report;
import org.unsplat.model.Where;
import org.unsplat.triage.Group;
import org.unsplat.triage.Identity;

/**
 * The reports of one bug.
 *
 * @param id the primary fingerprint with its name, {@code cycle/1 695f2d94e1d7c50a}; null where the reports have none,
 *        and kind and title alone say that they are the same
 * @param first the first report of it
 * @param count how many reports there are
 * @param places where the first few of them stand
 */
public record Bug(String id, Report first, int count, List<Where> places) {

    static Bug of(Group group) {
        return new Bug(idOf(group.first()), group.first(), group.count(), group.places());
    }

    /** The id of the bug that a report is of, null where the report tells too little. */
    public static String idOf(Report report) {
        var identity = Identity.of(report);
        return identity == null ? null : identity.toString();
    }
}
