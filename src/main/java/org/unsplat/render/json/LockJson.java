package org.unsplat.render.json;

import java.util.List;
import org.unsplat.model.HeldLocks;
import org.unsplat.model.IrqTrace;
import org.unsplat.model.Lock;
import org.unsplat.model.Task;
import org.unsplat.model.UsageState;
import org.unsplat.model.WaitTypes;

/** Writes locks, lists of held locks and irq traces, which both lockdep and verbose KCSAN print. */
final class LockJson {

    private final JsonOutput out;
    private final FrameJson frames;
    private final boolean decoded;

    /** @param decoded whether to write the meaning of each usage */
    LockJson(JsonOutput out, FrameJson frames, boolean decoded) {
        this.out = out;
        this.frames = frames;
        this.decoded = decoded;
    }

    void locks(String name, List<Lock> locks) {
        out.beginList(name);
        for (var lock : locks) {
            lock(lock);
        }
        out.endList();
    }

    void locksIfAny(String name, List<Lock> locks) {
        if (!locks.isEmpty()) {
            locks(name, locks);
        }
    }

    void lock(String name, Lock lock) {
        if (lock != null) {
            out.name(name);
            lock(lock);
        }
    }

    private void lock(Lock lock) {
        out.beginObject();
        out.number("index", lock.index());
        out.textEvenIfEmpty("class", lock.classText());
        out.text("name", lock.name());
        out.number("version", lock.version());
        out.number("subclass", lock.subclass());
        out.text("detail", lock.detail());
        out.text("address", lock.address());
        out.text("address_text", lock.addressText());
        out.text("usage", lock.usage());
        usageDecoded(lock.usageDecoded());
        waitTypes("wait", lock.waitTypes());
        frames.frame("at", lock.at());
        frames.stackIfAny("inlined_into", lock.inlinedInto());
        out.flagIfSet("released", lock.released());
        out.endObject();
    }

    private void usageDecoded(List<UsageState> states) {
        if (states.isEmpty() || !decoded) {
            return;
        }
        out.beginList("usage_decoded");
        for (var state : states) {
            out.beginLineObject();
            out.text("state", state.state());
            out.text("access", state.access());
            out.text("meaning", state.meaning());
            out.endLineObject();
        }
        out.endList();
    }

    void waitTypes(String name, WaitTypes types) {
        if (types == null) {
            return;
        }
        out.name(name);
        out.beginLineObject();
        out.number("outer", types.outer());
        out.number("inner", types.inner());
        out.text("outer_means", types.outerMeans());
        out.text("inner_means", types.innerMeans());
        out.endLineObject();
    }

    void held(String name, List<HeldLocks> held) {
        if (held.isEmpty()) {
            return;
        }
        out.beginList(name);
        for (var locks : held) {
            out.beginObject();
            task("task", locks.task());
            out.number("declared", locks.declared());
            out.number("cpu", locks.cpu());
            out.text("cpu_word", locks.cpuWord());
            locks("locks", locks.locks());
            out.endObject();
        }
        out.endList();
    }

    void task(String name, Task task) {
        if (task == null) {
            return;
        }
        out.name(name);
        task(task);
    }

    void task(Task task) {
        out.beginObject();
        out.text("comm", task.comm());
        out.number("pid", task.pid());
        if (task.irq() != null) {
            irq(task.irq());
        }
        out.endObject();
    }

    private void irq(Task.Irq irq) {
        out.beginObject("irq");
        out.numbers("hardirq", irq.hardirq());
        out.numbers("softirq", irq.softirq());
        out.flag("hardirqs_enabled", irq.hardirqsEnabled());
        out.flag("softirqs_enabled", irq.softirqsEnabled());
        out.endObject();
    }

    void irqTrace(String name, IrqTrace trace) {
        if (trace == null) {
            return;
        }
        out.beginObject(name);
        out.number("event_stamp", trace.eventStamp());
        event("hardirqs_last_enabled", trace.hardirqsLastEnabled());
        event("hardirqs_last_disabled", trace.hardirqsLastDisabled());
        event("softirqs_last_enabled", trace.softirqsLastEnabled());
        event("softirqs_last_disabled", trace.softirqsLastDisabled());
        out.endObject();
    }

    private void event(String name, IrqTrace.Event event) {
        if (event == null) {
            return;
        }
        out.beginObject(name);
        out.number("count", event.count());
        out.text("address", event.address());
        out.text("address_text", event.addressText());
        frames.frame("at", event.at());
        frames.stackIfAny("inlined_into", event.inlinedInto());
        out.endObject();
    }
}
