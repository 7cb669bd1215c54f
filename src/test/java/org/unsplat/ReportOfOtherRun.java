package org.unsplat;

import java.util.List;
import java.util.Set;
import org.unsplat.model.Report;

/** The same report from another run of another build: everything is different that differs from run to run. */
final class ReportOfOtherRun {

    private static final Set<String> DIFFERENT = Set.of(
            ("comm pid cpu uid address addressText offset size kernel build buildId hardware taint preempt first "
                            + "last time caller foreign old now flipped eventStamp count sp endTrace registers modules irq")
                    .split(" "));

    private ReportOfOtherRun() {}

    static Report of(Report report) {
        return RecordMapper.of(
                report, (owner, name, value, rest) -> DIFFERENT.contains(name) ? different(value) : rest.below(value));
    }

    private static Object different(Object old) {
        if (old instanceof String text) {
            return text.startsWith("0x") ? "0x1234" : "other " + text;
        }
        return old instanceof Integer number ? Integer.valueOf(number ^ 4096) : old instanceof List ? List.of() : old;
    }
}
