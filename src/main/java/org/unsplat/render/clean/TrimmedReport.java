package org.unsplat.render.clean;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.unsplat.model.AccessBuilder;
import org.unsplat.model.Dependencies;
import org.unsplat.model.Race;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;

/**
 * A report with nothing in it but what a commit message needs. Walks the records: a component goes by its name, a stack
 * is cut down to the frames that tell something, everything else stays.
 */
final class TrimmedReport {

    private static final Set<String> DROPPED = Set.of(
            "modules",
            "noModules",
            "irqTrace",
            "endTrace",
            "key",
            "ops",
            "hardware",
            "buildId",
            "uid",
            "preempt",
            "schedExt",
            "stopper",
            "secondBacktrace",
            "address",
            "addressText",
            "kdump",
            "linuxBanner");
    private static final Set<String> CLEARED = Set.of("registers", "names", "inlinedInto");

    /** The place of a lock that was taken nowhere that the kernel knows of; any other address is of one build alone. */
    private static final String NOWHERE = "0x0";

    private final Report report;
    /** Among other words of the title, the functions in it. */
    private final Set<String> named;

    private TrimmedReport(Report report) {
        this.report = report;
        this.named = Set.copyOf(
                Arrays.asList(Objects.requireNonNullElse(report.title(), "").split("[^\\w$]+")));
    }

    static Report of(Report report) {
        return (Report) new TrimmedReport(report).record(report);
    }

    private Object value(Object value) {
        if (value instanceof StackFrame frame) {
            return frame.function() != null ? TrimmedFrame.of(frame) : NOWHERE.equals(frame.address()) ? frame : null;
        }
        if (value instanceof List<?> list) {
            return list(list);
        }
        if (value instanceof Dependencies block) {
            return block(block);
        }
        return value instanceof Record record ? record(record) : value;
    }

    /** Without the locks of which nothing is left to say; null where none is left. */
    private Dependencies block(Dependencies block) {
        var trimmed = (Dependencies) record(block);
        var locks = trimmed.locks().stream()
                .filter(entry -> !entry.usages().isEmpty() || entry.acquired() != null)
                .toList();
        return locks.isEmpty() ? null : new Dependencies(block.title(), locks);
    }

    private List<?> list(List<?> list) {
        if (!list.isEmpty() && list.get(0) instanceof StackFrame) {
            return TrimmedFrame.stack(list.stream().map(StackFrame.class::cast).toList(), named);
        }
        if (!list.isEmpty() && list.get(0) instanceof Dependencies.StateAt) {
            return list.stream()
                    .map(Dependencies.StateAt.class::cast)
                    .filter(this::decides)
                    .map(this::value)
                    .toList();
        }
        if (list == (report.race() == null ? null : report.race().accesses())) {
            return TrimmedFrame.withoutCommon(report.race().accesses()).stream()
                    .map(this::access)
                    .toList();
        }
        return list.stream().map(this::value).filter(Objects::nonNull).toList();
    }

    /**
     * Where the stacks of "became safe" are printed, those of the dependencies are the same again. Elsewhere a use in
     * the interrupts that the report is about counts.
     */
    private boolean decides(Dependencies.StateAt usage) {
        var facts = report.lockdep();
        var safety = facts.becameSafe() == null ? facts.becameUnsafe() : facts.becameSafe();
        return facts.newDependency().isEmpty()
                && (safety == null || usage.state().contains(safety.state().replaceFirst("-READ$", "")));
    }

    /** The address that both sides share stays. */
    private Race.Access access(Race.Access access) {
        var trimmed = (Race.Access) record(access);
        return AccessBuilder.builder(access)
                .stack(trimmed.stack())
                .reorderedTo(trimmed.reorderedTo())
                .held(trimmed.held())
                .irqTrace(null)
                .build();
    }

    private Record record(Record record) {
        var components = record.getClass().getRecordComponents();
        var values = new ArrayList<Object>();
        for (var component : components) {
            values.add(component(record, component));
        }
        try {
            return constructor(record, components).newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Constructor<? extends Record> constructor(Record record, RecordComponent[] components)
            throws ReflectiveOperationException {
        return record.getClass()
                .getDeclaredConstructor(
                        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    }

    private Object component(Record owner, RecordComponent component) {
        var name = component.getName();
        if (CLEARED.contains(name) && component.getType() == List.class) {
            return List.of();
        }
        if (DROPPED.contains(name) || isRedundant(owner, name)) {
            return component.getType() == boolean.class ? Boolean.FALSE : null;
        }
        if (name.equals("heading") && owner == report.lockdep() && report.backtrace() != null) {
            return Objects.requireNonNullElse(report.lockdep().heading(), "Call Trace:");
        }
        try {
            return value(component.getAccessor().invoke(owner));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The backtrace of an order of locks is that of its newest edge, which the order shows. And that lockdep is off
     * says why no locks are listed, or that a list was printed once more.
     */
    private boolean isRedundant(Object owner, String name) {
        var facts = report.lockdep();
        var chained = facts != null
                && (facts.chain() != null && !facts.chain().links().isEmpty()
                        || !facts.newDependency().isEmpty()
                                && !facts.dependencies().isEmpty());
        var repeatsLocks = owner == facts
                && facts != null
                && name.equals("turnedOff")
                && !facts.held().isEmpty();
        return repeatsLocks
                || chained
                        && (owner == report && name.equals("backtrace")
                                || owner == report.system() && name.equals("comm")
                                || owner == facts && name.equals("heading"));
    }
}
