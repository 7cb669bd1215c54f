package org.unsplat.render.json;

import java.util.List;
import org.unsplat.model.Assertion;
import org.unsplat.model.Chain;
import org.unsplat.model.FreedRange;
import org.unsplat.model.IrqSafety;
import org.unsplat.model.Limit;
import org.unsplat.model.Lockdep;
import org.unsplat.model.OrderEdge;
import org.unsplat.model.RcuUsage;
import org.unsplat.model.Scenario;
import org.unsplat.model.Usage;
import org.unsplat.model.Warning;

/** Writes the {@code lockdep} of a report: one object for all kinds, with the parts that the kind prints. */
final class LockdepJson {

    private final JsonOutput out;
    private final FrameJson frames;
    private final LockJson locks;
    private final HangJson hangs;
    private final DependenciesJson dependencies;

    LockdepJson(JsonOutput out, FrameJson frames, LockJson locks) {
        this.out = out;
        this.frames = frames;
        this.locks = locks;
        this.hangs = new HangJson(out, frames, locks);
        this.dependencies = new DependenciesJson(out, frames, locks);
    }

    void write(String name, Lockdep lockdep) {
        if (lockdep == null) {
            return;
        }
        out.beginObject(name);
        sentence(lockdep);
        order(lockdep);
        surroundings(lockdep);
        verbatim(lockdep);
        out.endObject();
    }

    private void sentence(Lockdep lockdep) {
        locks.task("task", lockdep.task());
        out.text("action", lockdep.action());
        locks.lock("acquiring", lockdep.acquiring());
        locks.locksIfAny("holding", lockdep.holding());
        out.text("not_holding", lockdep.notHolding());
        out.number("comparison", lockdep.comparison());
        locks.waitTypes("wait_context", lockdep.waitContext());
    }

    private void order(Lockdep lockdep) {
        chain(lockdep.chain());
        out.textsIfAny("cycle", lockdep.cycle());
        edges(lockdep.order());
        scenario(lockdep.scenario());
        usage(lockdep.usage());
        frames.backtrace("registered", lockdep.registered());
        locks.locksIfAny("new_dependency", lockdep.newDependency());
        safety("became_safe", lockdep.becameSafe());
        safety("became_unsafe", lockdep.becameUnsafe());
    }

    private void surroundings(Lockdep lockdep) {
        locks.held("held", lockdep.held());
        out.flagIfSet("all_tasks", lockdep.allTasks());
        out.flagIfSet("turned_off", lockdep.turnedOff());
        hangs.write(lockdep);
        dependencies.write(lockdep.dependencies());
        locks.irqTrace("irq_trace", lockdep.irqTrace());
        rcu(lockdep.rcu());
        freed(lockdep.freed());
        limit(lockdep.limit());
        warning(lockdep.warning());
        assertion(lockdep.assertion());
        frames.frame("preemption_disabled_at", lockdep.preemptionDisabledAt());
        frames.stackIfAny("preemption_inlined_into", lockdep.preemptionInlinedInto());
        frames.backtrace("second_backtrace", lockdep.secondBacktrace());
    }

    private void verbatim(Lockdep lockdep) {
        out.text("heading", lockdep.heading());
        out.text("modules", lockdep.modules());
        out.flagIfSet("no_modules", lockdep.noModules());
        out.textLinesIfAny("registers", lockdep.registers());
        out.textLinesIfAny("before", lockdep.before());
        out.textLinesIfAny("notes", lockdep.notes());
    }

    private void chain(Chain chain) {
        if (chain == null) {
            return;
        }
        out.beginList("chain");
        for (var link : chain.links()) {
            out.beginObject();
            out.number("index", link.index());
            locks.lock("lock", link.lock());
            frames.stack("stack", link.stack());
            out.endObject();
        }
        out.endList();
    }

    private void edges(List<OrderEdge> order) {
        if (order.isEmpty()) {
            return;
        }
        out.beginList("order");
        for (var edge : order) {
            out.beginObject();
            out.text("held", edge.held());
            out.text("taken", edge.taken());
            out.text("by", edge.by());
            frames.frame("at", edge.at());
            out.endObject();
        }
        out.endList();
    }

    private void scenario(Scenario scenario) {
        if (scenario == null) {
            return;
        }
        out.beginObject("scenario");
        out.text("title", scenario.title());
        out.beginList("steps");
        for (var step : scenario.steps()) {
            out.beginLineObject();
            out.number("cpu", step.cpu());
            out.text("op", step.op());
            out.text("lock", step.lock());
            out.endLineObject();
        }
        out.endList();
        out.endObject();
    }

    private void usage(Usage usage) {
        if (usage == null) {
            return;
        }
        out.beginObject("usage");
        out.text("from", usage.from());
        out.text("to", usage.to());
        out.endObject();
    }

    private void safety(String name, IrqSafety safety) {
        if (safety == null) {
            return;
        }
        out.beginObject(name);
        out.text("state", safety.state());
        locks.lock("lock", safety.lock());
        frames.stack("stack", safety.stack());
        out.endObject();
    }

    private void rcu(RcuUsage rcu) {
        if (rcu == null) {
            return;
        }
        out.beginObject("rcu");
        out.text("file", rcu.file());
        out.number("line", rcu.line());
        out.text("message", rcu.message());
        out.number("scheduler_active", rcu.schedulerActive());
        out.number("debug_locks", rcu.debugLocks());
        out.textLinesIfAny("notes", rcu.notes());
        out.endObject();
    }

    private void freed(FreedRange freed) {
        if (freed == null) {
            return;
        }
        out.beginObject("freed");
        out.text("from", freed.from());
        out.text("to", freed.to());
        out.endObject();
    }

    private void limit(Limit limit) {
        if (limit == null) {
            return;
        }
        out.beginObject("limit");
        out.text("name", limit.name());
        out.number("depth", limit.depth());
        out.number("max", limit.max());
        out.endObject();
    }

    private void warning(Warning warning) {
        if (warning == null) {
            return;
        }
        out.beginObject("warning");
        out.text("message", warning.message());
        out.flagIfSet("message_last", warning.messageLast());
        frames.frame("at", warning.at());
        out.text("end_trace", warning.endTrace());
        out.endObject();
    }

    private void assertion(Assertion assertion) {
        if (assertion == null) {
            return;
        }
        out.beginObject("assertion");
        out.text("expression", assertion.expression());
        out.text("lock", assertion.lock());
        out.endObject();
    }
}
