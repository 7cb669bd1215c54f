package org.unsplat.lockdep;

import java.util.List;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.SystemLines;
import org.unsplat.grammar.lock.ChainPiece;
import org.unsplat.grammar.lock.DependenciesPiece;
import org.unsplat.grammar.lock.HeldLocksPiece;
import org.unsplat.grammar.lock.HoldingLockPiece;
import org.unsplat.grammar.lock.InverseLockPiece;
import org.unsplat.grammar.lock.IrqSafetyPiece;
import org.unsplat.grammar.lock.NestLockPiece;
import org.unsplat.grammar.lock.NewDependencyPiece;
import org.unsplat.grammar.lock.OtherInfoPiece;
import org.unsplat.grammar.lock.RegisteredStatePiece;
import org.unsplat.grammar.lock.ScenarioForm;
import org.unsplat.grammar.lock.ScenarioPiece;
import org.unsplat.grammar.lock.TaskPiece;
import org.unsplat.grammar.lock.UsageChangePiece;
import org.unsplat.grammar.lock.WaitContextPiece;
import org.unsplat.grammar.oops.BacktracePiece;
import org.unsplat.grammar.oops.IrqTracePiece;
import org.unsplat.grammar.rcu.RcuStatePiece;
import org.unsplat.grammar.text.TypeLists;
import org.unsplat.model.Kind;
import org.unsplat.model.Report;

/**
 * A banner like lockdep's that no other kind recognizes. Known pieces are read in any order. DEPT, which detects deadlocks
 * of everything that waits, prints one too.
 */
final class UnknownKind extends LockdepKind {

    private static final String DEPT = "DEPT: ";

    UnknownKind() {
        super(Kind.UNKNOWN, "a banner in lockdep's shape that is none of these");
    }

    @Override
    Outline makeOutline() {
        return prints(
                        new UsageChangePiece(),
                        new TaskPiece(),
                        HoldingLockPiece.already(),
                        new NewDependencyPiece(),
                        IrqSafetyPiece.safe(),
                        IrqSafetyPiece.unsafe(),
                        new InverseLockPiece(),
                        new RegisteredStatePiece(),
                        new IrqTracePiece(),
                        new ChainPiece(),
                        new NestLockPiece(),
                        new OtherInfoPiece(true, true),
                        new ScenarioPiece(ScenarioForm.ANY),
                        new WaitContextPiece(),
                        new RcuStatePiece(),
                        HeldLocksPiece.ofOneThenAll(),
                        DependenciesPiece.first(),
                        DependenciesPiece.second(),
                        BacktracePiece.amongLists())
                .always();
    }

    @Override
    public List<String> starts() {
        return TypeLists.joined(super.starts(), List.of(DEPT));
    }

    @Override
    public boolean isHead(String line) {
        return line.startsWith(DEPT)
                || line.startsWith("[ INFO: ")
                || line.startsWith("[ BUG: ")
                || line.startsWith("WARNING: ") && !line.startsWith("WARNING: CPU: ");
    }

    /** Lines that only occur in lockdep's reports; the beginning of the report is lost. */
    @Override
    public boolean mayBeginWith(TypedLine line) {
        if (!line.isTyped()) {
            return false;
        }
        for (var piece : pieces()) {
            if (TypeLists.has(piece.opening(), line.type())) {
                return !TypeLists.has(HeldLocksPiece.TYPES, line.type())
                        && !TypeLists.has(IrqTracePiece.TYPES, line.type())
                        && line.type() != HeldLocksPiece.ALL
                        && !TypeLists.has(SystemLines.DUMP_HEAD, line.type())
                        && line.type() != BacktracePiece.HEAD;
            }
        }
        return line.is(ChainPiece.LINK) || line.is(ScenarioPiece.END);
    }

    @Override
    public boolean requiresRuler() {
        return true;
    }

    @Override
    public boolean unordered() {
        return true;
    }

    /** Its unknown lines are what makes it unknown. */
    @Override
    public boolean keepsUnknownLines() {
        return true;
    }

    /** A banner is a report only with an ident line of a kernel. Without a headline, the pieces decide the kind. */
    @Override
    public boolean mayMakeNoReport() {
        return true;
    }

    @Override
    public Report report(ReportBuilder builder) {
        if (builder.headless) {
            return builder.report(kindOf(builder), null, builder.lockdep());
        }
        return builder.system.isEmpty() ? null : super.report(builder);
    }

    private LockdepKind kindOf(ReportBuilder builder) {
        return builder.waitContext != null
                ? LockdepKinds.WAIT_CONTEXT
                : builder.notHolding != null ? LockdepKinds.NESTED : this;
    }
}
