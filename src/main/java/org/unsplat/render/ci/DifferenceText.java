package org.unsplat.render.ci;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.unsplat.model.InputInfo;
import org.unsplat.render.json.GroupJson;
import org.unsplat.render.json.JsonDocument;
import org.unsplat.render.json.JsonOutput;
import org.unsplat.triage.Group;
import org.unsplat.triage.RunDifference;

/** The difference between the bugs of two runs, as a table or as JSON. */
public final class DifferenceText {

    private static final List<String> HEAD = List.of("CHANGE", "OLD", "NEW");

    private DifferenceText() {}

    /**
     * The table in at most this width, and a summary, as lines.
     *
     * @param offBefore the inputs of the older run in which lockdep turned itself off
     * @param offAfter those of the newer run
     */
    public static List<String> lines(
            RunDifference difference, List<InputInfo> offBefore, List<InputInfo> offAfter, int width) {
        var table = new GroupTable(HEAD);
        difference.added().forEach(group -> add(table, "new", 0, group.count(), group));
        difference.gone().forEach(group -> add(table, "gone", group.count(), 0, group));
        difference
                .same()
                .forEach(pair ->
                        add(table, "same", pair.before().count(), pair.after().count(), pair.after()));
        var lines = new ArrayList<String>();
        if (!table.isEmpty()) {
            lines.addAll(table.lines(width));
            lines.add("");
        }
        lines.addAll(LockdepOffText.lines(offBefore));
        lines.addAll(LockdepOffText.lines(offAfter));
        lines.add(difference.added().size() + " new, " + difference.gone().size() + " gone, "
                + difference.same().size() + " the same");
        return lines;
    }

    private static void add(GroupTable table, String change, int before, int after, Group group) {
        table.add(List.of(change, String.valueOf(before), String.valueOf(after)), group);
    }

    /** {@code {"schema_version", "new": [...], "gone": [...], "same": [...], "summary": {...}}}. */
    public static void writeJson(RunDifference difference, String version, OutputStream stream) {
        var out = JsonOutput.indented(stream);
        out.beginObject();
        out.text("schema_version", JsonDocument.SCHEMA_VERSION);
        out.beginObject("tool");
        out.text("name", "unsplat");
        out.text("version", version);
        out.endObject();
        groups(out, "new", difference.added());
        groups(out, "gone", difference.gone());
        out.beginList("same");
        for (var pair : difference.same()) {
            out.beginObject();
            out.number("old_count", pair.before().count());
            out.number("new_count", pair.after().count());
            GroupJson.identified(out, pair.after());
            out.endObject();
        }
        out.endList();
        out.beginObject("summary");
        out.number("new", difference.added().size());
        out.number("gone", difference.gone().size());
        out.number("same", difference.same().size());
        out.endObject();
        out.endObject();
        out.endLine();
        out.flush();
    }

    private static void groups(JsonOutput out, String name, List<Group> groups) {
        out.beginList(name);
        for (var group : groups) {
            out.beginObject();
            GroupJson.members(out, group);
            out.endObject();
        }
        out.endList();
    }
}
