package org.unsplat.triage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The bugs that a project knows of and lives with. */
public record Baseline(List<Entry> entries) {

    /** Knows of nothing. */
    public static final Baseline EMPTY = new Baseline(List.of());

    private static final String NO_REASON = "not yet examined";
    private static final String NO_ID =
            NO_REASON + "; the report has no id: any other of this kind and title passes for it, too";

    /**
     * One of them.
     *
     * @param identity the primary id, null for a bug whose reports have none: it is known by kind and title, which is
     *         weaker, for other bugs may share them
     * @param kind null where not given
     * @param title the title it had when it was written, for people
     * @param reason why one lives with it
     * @param owner who looks after it, null where not given
     * @param expires the last day on which it counts as known, null for ever
     */
    public record Entry(Identity identity, String kind, String title, String reason, String owner, LocalDate expires) {

        /** What a {@link Group} of the same bug has for a key. */
        public String key() {
            return Identity.key(identity, kind, title);
        }

        boolean isExpired(LocalDate today) {
            return expires != null && today.isAfter(expires);
        }
    }

    /** Null where it is not known. */
    Entry find(Group group) {
        var key = group.key();
        return entries.stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    /** With these bugs too. What was there stays as it is, expired or not seen this time: people decide about it. */
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
