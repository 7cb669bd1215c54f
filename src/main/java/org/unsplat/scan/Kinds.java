package org.unsplat.scan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.unsplat.grammar.ReportKind;
import org.unsplat.kcsan.KcsanKind;
import org.unsplat.lockdep.LockdepKinds;

/** All known kinds in the order in which their headlines are tried. */
public final class Kinds {

    private static final List<ReportKind> ALL = all(KcsanKind.all(), LockdepKinds.all());

    private Kinds() {}

    public static List<ReportKind> all() {
        return ALL;
    }

    private static List<ReportKind> all(List<ReportKind> kcsan, List<ReportKind> lockdep) {
        var all = new ArrayList<>(kcsan);
        all.addAll(lockdep);
        return Collections.unmodifiableList(all);
    }
}
