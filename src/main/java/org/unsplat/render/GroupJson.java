package org.unsplat.render;

import org.unsplat.triage.Group;

/** The members that describe a group of reports: count, identity, kind, title, all the fingerprints. */
final class GroupJson {

    private GroupJson() {}

    static void members(JsonOutput out, Group group) {
        var report = group.first();
        out.number("count", group.count());
        identified(out, group);
        out.beginObject("fingerprints");
        report.fingerprints().forEach(out::text);
        out.endObject();
    }

    static void identified(JsonOutput out, Group group) {
        if (group.identity() != null) {
            out.text("name", group.identity().name());
            out.text("id", group.identity().id());
        }
        out.text("kind", group.first().kind());
        out.text("title", group.first().title());
    }
}
