package org.unsplat.demux;

import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.ReportKind;

/** Whether a candidate has been proven to be a report, and the number of lines within which it must be. */
final class ProofWindow {

    private final ReportKind kind;
    private boolean proven;
    private int end;

    /**
     * @param first the first line of the report
     * @param head its headline, or the line in place of it
     */
    ProofWindow(ReportKind kind, TypedLine first, TypedLine head) {
        this.kind = kind;
        this.end = first.line().number() + kind.proofWindow(head.text());
    }

    /** Notes a line of the report and the one before it, null for none. */
    void learn(TypedLine last, TypedLine line) {
        if (proven) {
            return;
        }
        proven = kind.confirms(last, line);
        if (kind.renewsProofWindow(line)) {
            end = line.line().number() + kind.proofWindow(line.text());
        }
    }

    boolean isProven() {
        return proven;
    }

    /** Whether the line comes too late to prove that this is a report. */
    boolean isOverAt(TypedLine line) {
        return !proven && line.line().number() > end;
    }
}
