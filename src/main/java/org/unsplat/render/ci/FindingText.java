package org.unsplat.render.ci;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.render.SafeText;
import org.unsplat.triage.Finding;
import org.unsplat.triage.Place;

/** Describes a finding for CI formats that show text. The text is safe to show, but not escaped for any format. */
public final class FindingText {

    private FindingText() {}

    /** {@code possible deadlock in do_ip_setsockopt}. */
    static String title(Finding finding) {
        return SafeText.visible(finding.group().first().title());
    }

    /** {@code console.log:12}. */
    static String where(Finding finding) {
        return where(
                finding.group().first().where().input(),
                finding.group().first().where().first());
    }

    /** {@code console.log:12}, or {@code stdin:12}. */
    public static String where(String input, int line) {
        return input(input) + ":" + line;
    }

    /** {@code console.log}, or {@code stdin}. */
    public static String input(String name) {
        return name.equals("-") ? "stdin" : SafeText.visible(name);
    }

    /** {@code cycle/1 94697476060ee0d9}. */
    static String identity(Finding finding) {
        return finding.group().identity() == null
                ? "no id"
                : SafeText.visible(finding.group().identity().toString());
    }

    static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }

    /** All details, one on each line: first what it is about, because some readers cut the rest; last where it was seen. */
    static List<String> lines(Finding finding) {
        var report = finding.group().first();
        var lines = new ArrayList<String>();
        if (report.explanation() != null) {
            lines.add(SafeText.visible(report.explanation()));
        }
        for (var place : Place.of(report)) {
            lines.add(place(place));
        }
        if (finding.entry() != null && finding.entry().expires() != null) {
            lines.add("its entry in the baseline expired on " + finding.entry().expires()
                    + (finding.entry().owner() == null
                            ? ""
                            : ", owner " + SafeText.visible(finding.entry().owner())));
        }
        lines.add(SafeText.visible(report.kind()) + ", " + identity(finding) + ", seen "
                + times(finding.group().count()) + ", first at " + where(finding));
        return lines;
    }

    private static String place(Place place) {
        return SafeText.visible(place.what())
                + (place.file() == null ? "" : " (" + SafeText.visible(place.file()) + ":" + place.line() + ")");
    }
}
