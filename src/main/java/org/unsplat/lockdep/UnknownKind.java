package org.unsplat.lockdep;

import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.Draft;
import org.unsplat.grammar.SystemLines;
import org.unsplat.grammar.lock.DependencyBlock;
import org.unsplat.grammar.lock.DependencyChain;
import org.unsplat.grammar.lock.HeldLockList;
import org.unsplat.grammar.lock.HoldingLock;
import org.unsplat.grammar.lock.InverseLock;
import org.unsplat.grammar.lock.IrqSafetyLines;
import org.unsplat.grammar.lock.NestLock;
import org.unsplat.grammar.lock.NewDependency;
import org.unsplat.grammar.lock.OtherInfo;
import org.unsplat.grammar.lock.RegisteredState;
import org.unsplat.grammar.lock.ScenarioBox;
import org.unsplat.grammar.lock.TaskSentence;
import org.unsplat.grammar.lock.UsageSentence;
import org.unsplat.grammar.lock.WaitContextLine;
import org.unsplat.grammar.oops.BacktracePiece;
import org.unsplat.grammar.oops.IrqTraceLines;
import org.unsplat.grammar.rcu.RcuState;
import org.unsplat.grammar.text.TypeLists;
import org.unsplat.model.Report;

/** A banner in lockdep's shape that no kind knows: the pieces that are known are read, in any order. */
final class UnknownKind extends LockdepKind {

    UnknownKind() {
        super("unknown", "a banner in lockdep's shape that is none of these");
    }

    @Override
    Outline makeOutline() {
        return prints(
                new UsageSentence(),
                new TaskSentence(),
                HoldingLock.already(),
                new NewDependency(),
                IrqSafetyLines.safe(),
                IrqSafetyLines.unsafe(),
                new InverseLock(),
                new RegisteredState(),
                new IrqTraceLines(),
                new DependencyChain(),
                new NestLock(),
                new OtherInfo(true, true),
                new ScenarioBox(),
                new WaitContextLine(),
                new RcuState(),
                HeldLockList.ofOneThenAll(),
                DependencyBlock.first(),
                DependencyBlock.second(),
                BacktracePiece.amongLists());
    }

    @Override
    public boolean isHead(String line) {
        return line.startsWith("[ INFO: ")
                || line.startsWith("[ BUG: ")
                || line.startsWith("WARNING: ") && !line.startsWith("WARNING: CPU: ");
    }

    /** What only lockdep's reports hold, of which the beginning is lost. */
    @Override
    public boolean mayBeginWith(TypedLine line) {
        if (!line.isTyped()) {
            return false;
        }
        for (var piece : pieces()) {
            if (TypeLists.has(piece.opening(), line.type())) {
                return !TypeLists.has(HeldLockList.TYPES, line.type())
                        && !TypeLists.has(IrqTraceLines.TYPES, line.type())
                        && line.type() != HeldLockList.ALL
                        && !TypeLists.has(SystemLines.DUMP_HEAD, line.type())
                        && line.type() != BacktracePiece.HEAD;
            }
        }
        return line.is(DependencyChain.LINK) || line.is(ScenarioBox.END);
    }

    @Override
    public boolean requiresRuler() {
        return true;
    }

    @Override
    public boolean unordered() {
        return true;
    }

    /** What it says in lines of its own is what makes it unknown. */
    @Override
    public boolean keepsUnknownLines() {
        return true;
    }

    /** Only a kernel's ident line makes it one of lockdep's; without its headline, what else it says tells its kind. */
    @Override
    public Report report(Draft draft) {
        if (draft.headless) {
            return draft.report(kindOf(draft), null, draft.lockdep());
        }
        return draft.system.isEmpty() ? null : super.report(draft);
    }

    private LockdepKind kindOf(Draft draft) {
        return draft.waitContext != null
                ? LockdepKinds.WAIT_CONTEXT
                : draft.notHolding != null ? LockdepKinds.NESTED : this;
    }
}
