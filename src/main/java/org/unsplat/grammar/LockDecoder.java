package org.unsplat.grammar;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.model.Chain;
import org.unsplat.model.Dependencies;
import org.unsplat.model.HeldLocks;
import org.unsplat.model.IrqSafety;
import org.unsplat.model.Lock;
import org.unsplat.model.LockBuilder;
import org.unsplat.model.WaitTypes;

/** Adds the meaning of wait types and usage characters to locks, as far as the whole report shows it. */
public final class LockDecoder {

    private final WaitTypeNames names;
    private final boolean realTime;

    private LockDecoder(WaitTypeNames names, boolean realTime) {
        this.names = realTime ? names.onRealTime() : names;
        this.realTime = realTime;
    }

    static LockDecoder of(ReportBuilder builder) {
        return new LockDecoder(WaitTypeNames.of(builder), builder.isRealTime());
    }

    /** Decides by these held locks, and by what the builder knows of the kernel. */
    public static LockDecoder of(List<HeldLocks> held, ReportBuilder builder) {
        return new LockDecoder(WaitTypeNames.of(held), builder.isRealTime());
    }

    /** The lock with its meanings, null for null. */
    Lock decode(Lock lock) {
        if (lock == null) {
            return null;
        }
        var decoded = lock.waitTypes() == null ? lock : lock.withWaitTypes(names.decode(lock.waitTypes()));
        return realTime && lock.usage() != null
                ? LockBuilder.builder(decoded)
                        .usageDecoded(UsageDecoder.decode(lock.usage(), true))
                        .build()
                : decoded;
    }

    List<Lock> decode(List<Lock> locks) {
        var decoded = new ArrayList<Lock>(locks.size());
        for (var lock : locks) {
            decoded.add(decode(lock));
        }
        return List.copyOf(decoded);
    }

    Chain decode(Chain chain) {
        var links = new ArrayList<Chain.Link>();
        for (var link : chain.links()) {
            links.add(new Chain.Link(link.index(), decode(link.lock()), link.stack()));
        }
        return new Chain(List.copyOf(links));
    }

    IrqSafety decode(IrqSafety safety) {
        return safety == null || safety.lock() == null
                ? safety
                : new IrqSafety(safety.state(), decode(safety.lock()), safety.stack());
    }

    /** The lists with the meanings of their locks. */
    public List<HeldLocks> decodeHeld(List<HeldLocks> held) {
        var decoded = new ArrayList<HeldLocks>();
        for (var list : held) {
            decoded.add(new HeldLocks(list.task(), list.declared(), list.cpu(), list.cpuWord(), decode(list.locks())));
        }
        return List.copyOf(decoded);
    }

    List<Dependencies> decodeBlocks(List<Dependencies> blocks) {
        var decoded = new ArrayList<Dependencies>();
        for (var block : blocks) {
            var entries = new ArrayList<Dependencies.Entry>();
            for (var entry : block.locks()) {
                entries.add(new Dependencies.Entry(
                        decode(entry.lock()),
                        entry.depth(),
                        entry.ops(),
                        entry.usages(),
                        entry.key(),
                        entry.acquired()));
            }
            decoded.add(new Dependencies(block.title(), List.copyOf(entries)));
        }
        return List.copyOf(decoded);
    }

    WaitTypes decode(WaitTypes wait) {
        return wait == null ? null : names.decode(wait);
    }
}
