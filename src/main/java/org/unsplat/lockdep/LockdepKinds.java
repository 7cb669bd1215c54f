package org.unsplat.lockdep;

import java.util.List;
import org.unsplat.grammar.ReportKind;

/** All kinds of lockdep. A line is offered to them in this order; from {@link UnknownKind} on they accept what no other recognizes. */
public final class LockdepKinds {

    static final LockdepKind INTERNAL = HeldLocksReport.ofLockdep();
    static final LockdepKind ASSERT = HeldLocksReport.ofAssertion();
    static final LockdepKind UNKNOWN = new UnknownKind();
    static final LockdepKind RECURSIVE = new RecursiveLocking();
    static final LockdepKind WAIT_CONTEXT = new InvalidWaitContext();
    static final LockdepKind NESTED = new NestedLockNotTaken();
    private static final List<ReportKind> ALL = List.of(
            new CircularDependency(),
            RECURSIVE,
            new InconsistentState(),
            new IrqOrder(),
            new IrqInversion(),
            WAIT_CONTEXT,
            BadUnlockBalance.ofUnlock(),
            BadUnlockBalance.ofContention(),
            new HeldLockFreed(),
            new HeldOnUserReturn(),
            new HeldAtExit(),
            NESTED,
            new SuspiciousRcu(),
            new NonStaticKey(),
            new InvalidSubclass(),
            new LimitReached(),
            ASSERT,
            INTERNAL,
            new ChainKeyCollision(),
            UNKNOWN,
            new HungTasks(),
            HeldLocksReport.withHeldLocks());

    private LockdepKinds() {}

    public static List<ReportKind> all() {
        return ALL;
    }
}
