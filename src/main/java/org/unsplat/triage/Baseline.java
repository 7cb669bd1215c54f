package org.unsplat.triage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The known bugs that a project accepts. */
public record Baseline(List<Entry> entries) {

    /** A baseline without entries. */
    public static final Baseline EMPTY = new Baseline(List.of());

    private static final String NO_REASON = "not yet examined";
    private static final String NO_ID =
            NO_REASON + "; the report has no id: any other of this kind and title passes for it, too";

    /**
     * A known bug.
     *
     * @param identity the primary id; null for a bug whose reports have none. That bug is known by kind and title, which is weaker,
     *         because other bugs may share them
     * @param kind null where not given
     * @param title the title when the entry was written, for people
     * @param reason why the bug is accepted
     * @param owner who is responsible for it, null where not given
     * @param expires the last day on which it counts as known, null if it does not expire
     */
    public record Entry(Identity identity, String kind, String title, String reason, String owner, LocalDate expires) {

        /** The key that a {@link Group} of the same bug has. */
        public String key() {
            return Identity.key(identity, kind, title);
        }

        boolean isExpired(LocalDate today) {
            return expires != null && today.isAfter(expires);
        }
    }

    /** The entry of a bug, null if there is none. */
    Entry find(Group group) {
        var key = group.key();
        return entries.stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    /** The baseline with entries added for these bugs. Existing entries stay, even if expired or not seen; people decide about them. */
    public Baseline with(List<Group> groups) {
        var all = new ArrayList<>(entries);
        for (var group : groups) {
            if (find(group) == null) {
                all.add(new Entry(
                        group.identity(),
                        group.first().kind(),
                        group.first().title(),
                        group.identity() == null ? NO_ID : NO_REASON,
                        null,
                        null));
            }
        }
        return new Baseline(List.copyOf(all));
    }
}
