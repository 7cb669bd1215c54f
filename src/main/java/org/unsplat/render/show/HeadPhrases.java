package org.unsplat.render.show;

import org.unsplat.model.Report;

/** What a report is called, for a person. */
public final class HeadPhrases {

    /** What syzbot writes for a function that no part of the report names. */
    private static final String IN_CORRUPTED = " in corrupted";

    private HeadPhrases() {}

    /** Whether the kernel's own headline tells more than the title. */
    public static boolean wantsHeadline(Report report) {
        return report.explanation() == null ? !report.headline().equals(report.title()) : hidesKind(report);
    }

    /** The title, or the headline where there is none. */
    public static String title(Report report) {
        var title = report.title() == null ? report.headline() : report.title();
        return title.endsWith(IN_CORRUPTED)
                ? title.substring(0, title.length() - IN_CORRUPTED.length()) + ", function not known"
                : title;
    }

    /** Several kinds are a "possible deadlock" to syzbot. */
    private static boolean hidesKind(Report report) {
        return report.title() != null && report.title().startsWith("possible deadlock in ");
    }
}
