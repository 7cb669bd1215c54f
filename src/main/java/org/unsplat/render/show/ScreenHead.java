package org.unsplat.render.show;

import org.unsplat.model.Report;
import org.unsplat.render.Style;
import org.unsplat.render.StyledText;

/** Writes what happened: the title, the kernel's headline if it says more, and the explanation. */
final class ScreenHead {

    private ScreenHead() {}

    static void write(Report report, ScreenBuffer screen) {
        screen.wrapped(
                0,
                4,
                StyledText.of(Style.DIM, report.id() == null ? "" : report.id() + "  ")
                        .add(Style.BOLD, HeadPhrases.title(report)));
        if (HeadPhrases.wantsHeadline(report)) {
            screen.wrapped(ScreenBuffer.MARGIN, StyledText.of(report.headline()));
        }
        if (report.explanation() != null) {
            screen.prose(StyledText.of(report.explanation()));
        }
    }
}
