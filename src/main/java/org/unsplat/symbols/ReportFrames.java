package org.unsplat.symbols;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.unsplat.model.AccessBuilder;
import org.unsplat.model.Backtrace;
import org.unsplat.model.IrqTrace;
import org.unsplat.model.Lock;
import org.unsplat.model.Race;
import org.unsplat.model.Report;
import org.unsplat.model.ReportRecordBuilder;
import org.unsplat.model.StackFrame;

/** Maps all frames of a report, those of stacks and the places of locks. */
final class ReportFrames {

    private final FrameMapper mapper;

    ReportFrames(FrameMapper mapper) {
        this.mapper = mapper;
    }

    Report map(Report report) {
        return ReportRecordBuilder.builder(report)
                .race(report.race() == null ? null : race(report.race()))
                .lockdep(report.lockdep() == null ? null : new LockdepFrames(this).map(report.lockdep()))
                .backtrace(backtrace(report.backtrace()))
                .build();
    }

    private Race race(Race race) {
        return new Race(
                race.bug(),
                race.unknownOrigin(),
                race.functions(),
                list(race.accesses(), this::access),
                race.valueChanged());
    }

    private Race.Access access(Race.Access access) {
        return AccessBuilder.builder(access)
                .stack(stack(access.stack()))
                .reorderedTo(alone(access.reorderedTo(), AddressKind.RETURN))
                .held(list(access.held(), list -> new LockdepFrames(this).held(list)))
                .irqTrace(irqTrace(access.irqTrace()))
                .build();
    }

    Backtrace backtrace(Backtrace backtrace) {
        return backtrace == null ? null : new Backtrace(stack(backtrace.frames()));
    }

    List<StackFrame> stack(List<StackFrame> frames) {
        var mapped = new ArrayList<StackFrame>(frames.size());
        for (var frame : frames) {
            var places = mapper.map(frame, frame.flags().contains("P") ? AddressKind.EXACT : AddressKind.RETURN);
            int last = places.size() - 1;
            mapped.addAll(places.subList(0, last));
            mapped.add(places.get(last).inTrace(frame.context(), registers(frame.after())));
        }
        return List.copyOf(mapped);
    }

    List<String> registers(List<String> lines) {
        return RegisterText.map(lines, mapper);
    }

    /** Maps a frame whose record has no room for inlined functions. */
    StackFrame alone(StackFrame frame, AddressKind kind) {
        if (frame == null) {
            return null;
        }
        var mapped = mapper.map(frame, kind);
        return mapped.get(mapped.size() - 1);
    }

    /** The functions inlined into the frame; {@code known} if the log has them. */
    List<StackFrame> inlined(StackFrame frame, List<StackFrame> known) {
        if (frame == null || !known.isEmpty()) {
            return known;
        }
        var mapped = mapper.map(frame, AddressKind.RETURN);
        return List.copyOf(mapped.subList(0, mapped.size() - 1));
    }

    Lock lock(Lock lock) {
        return lock == null || lock.at() == null
                ? lock
                : lock.withPlace(alone(lock.at(), AddressKind.RETURN), inlined(lock.at(), lock.inlinedInto()));
    }

    IrqTrace irqTrace(IrqTrace trace) {
        return trace == null
                ? null
                : new IrqTrace(
                        trace.eventStamp(),
                        event(trace.hardirqsLastEnabled()),
                        event(trace.hardirqsLastDisabled()),
                        event(trace.softirqsLastEnabled()),
                        event(trace.softirqsLastDisabled()));
    }

    private IrqTrace.Event event(IrqTrace.Event event) {
        return event == null
                ? null
                : new IrqTrace.Event(
                        event.count(),
                        event.address(),
                        event.addressText(),
                        alone(event.at(), AddressKind.RETURN),
                        inlined(event.at(), event.inlinedInto()));
    }

    static <T> List<T> list(List<T> values, UnaryOperator<T> each) {
        return values == null ? null : values.stream().map(each).toList();
    }
}
