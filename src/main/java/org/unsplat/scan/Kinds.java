package org.unsplat.scan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.unsplat.grammar.ReportKind;
import org.unsplat.kcsan.KcsanKind;
import org.unsplat.lockdep.LockdepKinds;
import org.unsplat.model.Report;

/** All known kinds in the order in which their headlines are tried. */
public final class Kinds {

    private static final List<ReportKind> ALL = all(KcsanKind.all(), LockdepKinds.all());

    private Kinds() {}

    public static List<ReportKind> all() {
        return ALL;
    }

    /** Of each kind once, in the same order. */
    public static List<String> slugs() {
        return ALL.stream().map(kind -> kind.kind().slug()).distinct().toList();
    }

    /** The one that writes the report; null for a kind of a later version. */
    static ReportKind of(Report report) {
        for (var kind : ALL) {
            if (kind.isOf(report)) {
                return kind;
            }
        }
        return null;
    }

    private static List<ReportKind> all(List<ReportKind> kcsan, List<ReportKind> lockdep) {
        var all = new ArrayList<>(kcsan);
        all.addAll(lockdep);
        return Collections.unmodifiableList(all);
    }
}
