package org.unsplat;

import java.util.List;
import org.unsplat.grammar.ReportKind;

/** The front door. */
public final class Reports {

    private Reports() {
    }

    /** Every kind that is known, in the order of the contract's table. */
    public static List<ReportKind> kinds() {
        return List.of();
    }
}
