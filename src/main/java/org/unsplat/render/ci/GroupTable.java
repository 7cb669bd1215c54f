package org.unsplat.render.ci;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.render.SafeText;
import org.unsplat.render.TextTable;
import org.unsplat.triage.Group;
import org.unsplat.triage.Identity;

/**
 * A table of bugs that fits a width. If it is too wide, ids are shortened, then the column of kinds is left out, and titles and
 * places are cut.
 */
final class GroupTable {

    private static final List<String> TAIL = List.of("ID", "KIND", "TITLE", "FIRST AT");
    private static final String NO_ID = "no id";
    /** The number of digits of an id in a narrow table; {@code --id} accepts them. */
    private static final int SHORT_ID = 8;
    /** If less of a title fits, the title says less than the kind. */
    private static final int TITLE = 40;
    /** The width of a place that is kept beside a long title. */
    private static final int PLACE = 16;
    /** With less width titles and places are useless, so the lines of a very narrow table are longer than asked for. */
    private static final int NARROWEST = 24;

    private final List<List<String>> heads = new ArrayList<>();
    private final List<Tail> tails = new ArrayList<>();

    /** The columns that all tables of bugs have. */
    private record Tail(String id, String shortId, String kind, String title, String place) {}

    /** @param columns the names of the columns before the id */
    GroupTable(List<String> columns) {
        heads.add(columns);
        tails.add(new Tail(TAIL.get(0), TAIL.get(0), TAIL.get(1), TAIL.get(2), TAIL.get(3)));
    }

    void add(List<String> columns, Group group) {
        var report = group.first();
        var where = report.where();
        add(columns, group.identity(), report.kind(), report.title(), FindingText.where(where.input(), where.first()));
    }

    /** @param place safe to show; empty if there is none */
    void add(List<String> columns, Identity identity, String kind, String title, String place) {
        var id = identity == null ? NO_ID : SafeText.visible(identity.toString());
        var part = identity == null || identity.id().length() < SHORT_ID
                ? id
                : SafeText.visible(identity.name() + " " + identity.id().substring(0, SHORT_ID));
        heads.add(columns);
        tails.add(new Tail(id, part, text(kind), text(title), place));
    }

    private static String text(String text) {
        return text == null ? "" : SafeText.visible(text);
    }

    boolean isEmpty() {
        return heads.size() == 1;
    }

    List<String> lines(int width) {
        var whole = rows(true, true, Integer.MAX_VALUE, Integer.MAX_VALUE);
        if (TextTable.width(whole) <= width) {
            return TextTable.lines(whole);
        }
        var title = longest(rows(false, false, Integer.MAX_VALUE, Integer.MAX_VALUE), 1);
        var place = longest(rows(false, false, Integer.MAX_VALUE, Integer.MAX_VALUE), 0);
        var room = width - TextTable.width(rows(false, true, 0, 0));
        if (room >= Math.min(title, TITLE) + place) {
            return TextTable.lines(rows(false, true, room - place, place));
        }
        room = Math.max(NARROWEST, width - TextTable.width(rows(false, false, 0, 0)));
        var forPlace = Math.min(place, Math.max(PLACE, room - title));
        return TextTable.lines(rows(false, false, room - forPlace, forPlace));
    }

    /** The width of the column that is {@code fromLast} columns before the last. */
    private static int longest(List<List<String>> rows, int fromLast) {
        return TextTable.width(rows.stream()
                .map(row -> List.of(row.get(row.size() - 1 - fromLast)))
                .toList());
    }

    private List<List<String>> rows(boolean wholeIds, boolean kinds, int title, int place) {
        var rows = new ArrayList<List<String>>();
        for (var i = 0; i < heads.size(); i++) {
            var tail = tails.get(i);
            var row = new ArrayList<>(heads.get(i));
            row.add(wholeIds ? tail.id() : tail.shortId());
            if (kinds) {
                row.add(tail.kind());
            }
            row.add(title == 0 ? "" : TextTable.cutInTheMiddle(tail.title(), title));
            row.add(place == 0 ? "" : TextTable.cutAtTheBeginning(tail.place(), place));
            rows.add(row);
        }
        return rows;
    }
}
