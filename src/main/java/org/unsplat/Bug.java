package org.unsplat;

import java.util.List;
import org.unsplat.model.Report;
import org.unsplat.model.Where;
import org.unsplat.triage.Group;
import org.unsplat.triage.Identity;

/**
 * The reports of one bug: all those with the same primary fingerprint.
 *
 * @param id the primary fingerprint with its name, {@code cycle/1 695f2d94e1d7c50a}; null where the reports have none
 *        and were grouped by kind and title
 * @param first the first of these reports
 * @param count the number of these reports, 1 or more
 * @param places where the first few of them are, the first one first
 */
public record Bug(String id, Report first, int count, List<Where> places) {

    static Bug of(Group group) {
        return new Bug(idOf(group.first()), group.first(), group.count(), group.places());
    }

    /** The id of the bug that a report belongs to; null if the report says too little for a fingerprint. */
    public static String idOf(Report report) {
        var identity = Identity.of(report);
        return identity == null ? null : identity.toString();
    }
}
