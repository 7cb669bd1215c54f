package org.unsplat.render.json;

import org.unsplat.triage.Group;

/** Writes the members of a group of reports: count, identity, kind, title, all fingerprints. */
public final class GroupJson {

    private GroupJson() {}

    public static void members(JsonOutput out, Group group) {
        var report = group.first();
        out.number("count", group.count());
        identified(out, group);
        out.beginObject("fingerprints");
        report.fingerprints().forEach(out::text);
        out.endObject();
    }

    public static void identified(JsonOutput out, Group group) {
        if (group.identity() != null) {
            out.text("name", group.identity().name());
            out.text("id", group.identity().id());
        }
        out.text("kind", group.first().kind());
        out.text("title", group.first().title());
    }
}
