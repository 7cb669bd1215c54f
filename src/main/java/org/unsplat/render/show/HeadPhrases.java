package org.unsplat.render.show;

import org.unsplat.model.Report;

/** The names of a report for people. */
public final class HeadPhrases {

    /** Written by syzbot if no part of the report names the function. */
    private static final String IN_CORRUPTED = " in corrupted";

    private HeadPhrases() {}

    /** Whether the kernel's headline says more than the title. */
    public static boolean wantsHeadline(Report report) {
        return report.explanation() == null ? !report.headline().equals(report.title()) : hidesKind(report);
    }

    /** The title, or the headline if there is none. */
    public static String title(Report report) {
        var title = report.title() == null ? report.headline() : report.title();
        return title.endsWith(IN_CORRUPTED)
                ? title.substring(0, title.length() - IN_CORRUPTED.length()) + ", function not known"
                : title;
    }

    /** Whether the title hides the kind: syzbot calls several kinds a "possible deadlock". */
    private static boolean hidesKind(Report report) {
        return report.title() != null && report.title().startsWith("possible deadlock in ");
    }
}
