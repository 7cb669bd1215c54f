package org.unsplat.symbols;

import org.unsplat.model.BlockedTask;
import org.unsplat.model.Blocker;
import org.unsplat.model.Chain;
import org.unsplat.model.Dependencies;
import org.unsplat.model.HeldLocks;
import org.unsplat.model.IrqSafety;
import org.unsplat.model.Lockdep;
import org.unsplat.model.LockdepBuilder;
import org.unsplat.model.OrderEdge;
import org.unsplat.model.Warning;

/** Maps the frames in the facts of a lockdep report. The key of a class is no code, and stays unchanged. */
final class LockdepFrames {

    private final ReportFrames frames;

    LockdepFrames(ReportFrames frames) {
        this.frames = frames;
    }

    Lockdep map(Lockdep facts) {
        return LockdepBuilder.builder(facts)
                .acquiring(frames.lock(facts.acquiring()))
                .holding(ReportFrames.list(facts.holding(), frames::lock))
                .chain(chain(facts.chain()))
                .order(ReportFrames.list(facts.order(), this::edge))
                .registered(frames.backtrace(facts.registered()))
                .newDependency(ReportFrames.list(facts.newDependency(), frames::lock))
                .becameSafe(safety(facts.becameSafe()))
                .becameUnsafe(safety(facts.becameUnsafe()))
                .held(ReportFrames.list(facts.held(), this::held))
                .blocked(ReportFrames.list(facts.blocked(), this::blocked))
                .blockers(ReportFrames.list(facts.blockers(), this::blocker))
                .dependencies(ReportFrames.list(facts.dependencies(), this::dependencies))
                .irqTrace(frames.irqTrace(facts.irqTrace()))
                .warning(warning(facts.warning()))
                .registers(frames.registers(facts.registers()))
                .preemptionDisabledAt(frames.alone(facts.preemptionDisabledAt(), AddressKind.RETURN))
                .preemptionInlinedInto(frames.inlined(facts.preemptionDisabledAt(), facts.preemptionInlinedInto()))
                .secondBacktrace(frames.backtrace(facts.secondBacktrace()))
                .build();
    }

    private Chain chain(Chain chain) {
        return chain == null
                ? null
                : new Chain(ReportFrames.list(
                        chain.links(),
                        link -> new Chain.Link(link.index(), frames.lock(link.lock()), frames.stack(link.stack()))));
    }

    private OrderEdge edge(OrderEdge edge) {
        return new OrderEdge(edge.held(), edge.taken(), edge.by(), frames.alone(edge.at(), AddressKind.RETURN));
    }

    private IrqSafety safety(IrqSafety safety) {
        return safety == null
                ? null
                : new IrqSafety(safety.state(), frames.lock(safety.lock()), frames.stack(safety.stack()));
    }

    HeldLocks held(HeldLocks list) {
        return new HeldLocks(
                list.task(),
                list.declared(),
                list.cpu(),
                list.cpuWord(),
                ReportFrames.list(list.locks(), frames::lock));
    }

    private BlockedTask blocked(BlockedTask task) {
        return new BlockedTask(
                task.task(),
                task.waiting(),
                task.seconds(),
                task.notes(),
                frames.registers(task.registers()),
                task.heading(),
                frames.backtrace(task.stack()));
    }

    private Blocker blocker(Blocker blocker) {
        return new Blocker(
                blocker.task(),
                blocker.waitsAs(),
                blocker.on(),
                blocker.owner(),
                blocker.ownerAs(),
                blocker.ownerNotes(),
                frames.registers(blocker.ownerRegisters()),
                blocker.ownerHeading(),
                frames.backtrace(blocker.ownerStack()));
    }

    private Dependencies dependencies(Dependencies block) {
        return new Dependencies(block.title(), ReportFrames.list(block.locks(), this::entry));
    }

    private Dependencies.Entry entry(Dependencies.Entry entry) {
        return new Dependencies.Entry(
                frames.lock(entry.lock()),
                entry.depth(),
                entry.ops(),
                ReportFrames.list(
                        entry.usages(), use -> new Dependencies.StateAt(use.state(), frames.stack(use.stack()))),
                entry.key(),
                frames.backtrace(entry.acquired()));
    }

    /** The address of a WARN is that of the trapping instruction ({@code report_bug}). */
    private Warning warning(Warning warning) {
        return warning == null
                ? null
                : new Warning(
                        warning.message(),
                        warning.messageLast(),
                        frames.alone(warning.at(), AddressKind.EXACT),
                        warning.endTrace());
    }
}
