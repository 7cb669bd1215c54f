package org.unsplat.grammar;

/** One kind of report: what it is called, what it looks like, and how it is read and written. */
public interface ReportKind {

    /** The kind's name in JSON, {@code lockdep-circular-dependency}. */
    String slug();

    /** {@code kcsan} or {@code lockdep}. */
    String family();

    /** The newest wording of its headline, for people. */
    String headline();
}
