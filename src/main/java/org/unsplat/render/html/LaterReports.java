package org.unsplat.render.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.unsplat.render.ci.FindingText;
import org.unsplat.triage.Group;

/**
 * The reports of a bug after those that are listed with lines and time.
 *
 * @param words the number of them, the number of inputs, and the place of the last one
 * @param lines a text for each input, with the lines where reports begin
 * @param left the number of reports that are not listed at all
 */
record LaterReports(String words, List<String> lines, int left) {

    /** The later reports of a group, of which at most {@code most} are listed; null if there are none. */
    static LaterReports of(Group group, int most) {
        var shown = group.places().size();
        var seen = group.occurrences();
        if (seen.count() == shown) {
            return null;
        }
        var listed = seen.first().subList(shown, Math.min(seen.first().size(), shown + most));
        var byInput = new LinkedHashMap<String, List<String>>();
        for (var each : listed) {
            byInput.computeIfAbsent(each.input(), any -> new ArrayList<>()).add("" + each.line());
        }
        var lines = new ArrayList<String>();
        byInput.forEach((input, numbers) -> lines.add(FindingText.input(input) + ":" + String.join(", ", numbers)));
        var words = seen.count() - shown + " more; all " + seen.count() + " are in "
                + PageHeads.plural(seen.inputs(), "input") + ", the last at "
                + FindingText.where(seen.last().input(), seen.last().line());
        return new LaterReports(words, List.copyOf(lines), seen.count() - shown - listed.size());
    }
}
