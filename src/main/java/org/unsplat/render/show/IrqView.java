package org.unsplat.render.show;

import java.util.List;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Report;
import org.unsplat.render.FrameText;
import org.unsplat.render.Style;
import org.unsplat.render.StyledText;

/** Shows the uses of a lock in an interrupt and with interrupts on as a table. */
final class IrqView {

    private final Lockdep facts;
    private final List<IrqRows.Row> rows;
    private final ScreenBuffer screen;

    IrqView(Report report, ScreenBuffer screen) {
        this.facts = report.lockdep();
        this.rows = IrqRows.of(report);
        this.screen = screen;
    }

    void write() {
        var ofOneLock = IrqRows.isOfOneLock(facts);
        if (ofOneLock) {
            screen.heading(
                    StyledText.of(Style.BOLD, facts.acquiring().classText()).add(" was used"));
        } else if (facts.becameSafe() != null || facts.becameUnsafe() != null) {
            screen.heading("Interrupts");
        }
        var table = new StyledTable(3);
        rows.forEach(row -> {
            var style = row.isNow() ? Style.RED : Style.PLAIN;
            table.row(
                    StyledText.of(ofOneLock ? style : Style.BOLD, row.what()),
                    StyledText.of(style, row.how()),
                    !ofOneLock && row.stack().isEmpty()
                            ? new StyledText()
                            : FrameText.trailFrom(row.site(), row.stack()));
        });
        table.write(ScreenBuffer.MARGIN, screen);
    }
}
