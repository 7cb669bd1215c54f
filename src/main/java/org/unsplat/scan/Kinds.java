package org.unsplat.scan;

import java.util.List;
import java.util.stream.Stream;
import org.unsplat.grammar.ReportKind;
import org.unsplat.kcsan.KcsanKind;
import org.unsplat.lockdep.LockdepKinds;

/** Every kind that is known, in the order of the contract's table. */
public final class Kinds {

    private static final List<ReportKind> ALL = Stream.concat(KcsanKind.all().stream(), LockdepKinds.all().stream()).toList();

    private Kinds() {
    }

    public static List<ReportKind> all() {
        return ALL;
    }
}
