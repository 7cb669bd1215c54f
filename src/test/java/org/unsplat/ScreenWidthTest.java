package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unsplat.render.show.ScreenWriter;

/** Names as long as they come, on screens as narrow as they come. */
class ScreenWidthTest {

    static List<Sample> samples() {
        return Sample.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void noLineIsWiderThanTheScreen(Sample sample) {
        for (var report : ReportFacts.reports(sample.text())) {
            for (var width : new int[] {40, 80, 160}) {
                for (var verbose : new boolean[] {false, true}) {
                    var screen = new ScreenWriter(width, false, verbose).text(report);
                    assertTrue(screen.lines().allMatch(line -> line.length() <= width && !line.endsWith(" ")), screen);
                }
            }
        }
    }
}
