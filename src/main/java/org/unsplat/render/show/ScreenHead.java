package org.unsplat.render.show;

import org.unsplat.model.Report;
import org.unsplat.render.Style;
import org.unsplat.render.StyledText;

/** What happened: the title, the kernel's own headline where that tells more, and the explanation. */
final class ScreenHead {

    /** What syzbot writes for a function that no part of the report names. */
    private static final String IN_CORRUPTED = " in corrupted";

    private ScreenHead() {}

    static void write(Report report, ScreenBuffer screen) {
        screen.wrapped(
                0,
                4,
                StyledText.of(Style.DIM, report.id() == null ? "" : report.id() + "  ")
                        .add(Style.BOLD, title(report)));
        if (report.explanation() == null ? !report.headline().equals(report.title()) : hidesKind(report)) {
            screen.wrapped(ScreenBuffer.MARGIN, StyledText.of(report.headline()));
        }
        if (report.explanation() != null) {
            screen.prose(StyledText.of(report.explanation()));
        }
    }

    private static String title(Report report) {
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
