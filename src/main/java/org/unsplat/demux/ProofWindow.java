package org.unsplat.demux;

import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.ReportKind;

/** Whether trouble has shown that it is a report, and within how many lines it must. */
final class ProofWindow {

    private final ReportKind kind;
    private boolean proven;
    private int end;

    /**
     * @param first the report's first line
     * @param head its headline, or the line that stands for it
     */
    ProofWindow(ReportKind kind, TypedLine first, TypedLine head) {
        this.kind = kind;
        this.end = first.line().number() + kind.proofWindow(head.text());
    }

    /** Takes note of a line of the report, and of the line before, null for none. */
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

    /** Whether the line comes too late to show that this is a report. */
    boolean isOverAt(TypedLine line) {
        return !proven && line.line().number() > end;
    }
}
