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
 * Reduces a report to what a commit message needs. It walks the records: some components are dropped by name, stacks are reduced
 * to informative frames, everything else stays.
 */
final class TrimmedReport {

    private static final Set<String> DROPPED =
            Set.of(("modules noModules irqTrace endTrace key ops hardware buildId uid preempt schedExt stopper "
                            + "secondBacktrace address addressText kdump linuxBanner")
                    .split(" "));
    private static final Set<String> CLEARED = Set.of("registers", "names", "inlinedInto");

    /** The place of a lock whose place the kernel does not know. It stays; other addresses depend on the build and are dropped. */
    private static final String NOWHERE = "0x0";

    private final Report report;
    /** The words of the title, among them the functions in it. */
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

    /** A block without locks of which nothing is left; null if no lock is left. */
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
     * Whether a usage state is kept. A report with a new dependency prints the "became safe" stacks too, and those of its
     * dependencies repeat them. Otherwise the states of the irq that the report is about are kept.
     */
    private boolean decides(Dependencies.StateAt usage) {
        var facts = report.lockdep();
        var safety = facts.becameSafe() == null ? facts.becameUnsafe() : facts.becameSafe();
        return facts.newDependency().isEmpty()
                && (safety == null || usage.state().contains(safety.state().replaceFirst("-READ$", "")));
    }

    /** Keeps the address, which both sides share. */
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
     * Whether a component repeats another. The backtrace of a lock order is that of its newest edge, which is shown. And a line
     * that lockdep is off only explains missing or repeated lists of locks.
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
