package org.unsplat.symbols;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.model.Report;
import org.unsplat.model.ReportRecordBuilder;
import org.unsplat.model.StackFrame;
import org.unsplat.model.Warning;

/** Maps all frames of a report, those of stacks and the places of locks. The key of a class is no code, and stays unchanged. */
final class ReportFrames {

    private final FrameMapper mapper;

    ReportFrames(FrameMapper mapper) {
        this.mapper = mapper;
    }

    Report map(Report report) {
        return ReportRecordBuilder.builder(report)
                .race(record(report.race()))
                .lockdep(record(report.lockdep()))
                .backtrace(record(report.backtrace()))
                .build();
    }

    @SuppressWarnings("unchecked")
    private <T extends Record> T record(T record) {
        if (record == null) {
            return null;
        }
        var components = record.getClass().getRecordComponents();
        var types = new Class<?>[components.length];
        var values = new Object[components.length];
        StackFrame before = null;
        try {
            for (var i = 0; i < components.length; i++) {
                var value = components[i].getAccessor().invoke(record);
                types[i] = components[i].getType();
                values[i] = part(record, components[i].getName(), value, before);
                before = value instanceof StackFrame frame ? frame : null;
            }
            return (T) record.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e); // All records of the model are public
        }
    }

    /** @param before the component before this one, if that is a frame */
    private Object part(Record owner, String name, Object value, StackFrame before) {
        if (value instanceof StackFrame frame) {
            // The address of a WARN is that of the trapping instruction (report_bug)
            var kind = owner instanceof Warning ? AddressKind.EXACT : AddressKind.RETURN;
            return name.equals("key") ? frame : alone(frame, kind);
        }
        if (value instanceof List<?> list) {
            return list(name, list, before);
        }
        return value instanceof Record part ? record(part) : value;
    }

    @SuppressWarnings("unchecked")
    private List<?> list(String name, List<?> values, StackFrame before) {
        if (name.endsWith("nlinedInto")) {
            return inlined(before, (List<StackFrame>) values);
        }
        if (name.endsWith("egisters")) {
            return RegisterText.map((List<String>) values, mapper);
        }
        if (!values.isEmpty() && values.get(0) instanceof StackFrame) {
            return stack((List<StackFrame>) values);
        }
        return values.stream()
                .map(value -> value instanceof Record part ? record(part) : value)
                .toList();
    }

    private List<StackFrame> stack(List<StackFrame> frames) {
        var mapped = new ArrayList<StackFrame>(frames.size());
        for (var frame : frames) {
            var places = mapper.map(frame, frame.flags().contains("P") ? AddressKind.EXACT : AddressKind.RETURN);
            int last = places.size() - 1;
            mapped.addAll(places.subList(0, last));
            mapped.add(places.get(last).inTrace(frame.context(), RegisterText.map(frame.after(), mapper)));
        }
        return List.copyOf(mapped);
    }

    /** Maps a frame whose record has no room for inlined functions. */
    private StackFrame alone(StackFrame frame, AddressKind kind) {
        var mapped = mapper.map(frame, kind);
        return mapped.get(mapped.size() - 1);
    }

    /** The functions inlined into the frame; {@code known} if the log has them. */
    private List<StackFrame> inlined(StackFrame frame, List<StackFrame> known) {
        if (frame == null || !known.isEmpty()) {
            return known;
        }
        var mapped = mapper.map(frame, AddressKind.RETURN);
        return List.copyOf(mapped.subList(0, mapped.size() - 1));
    }
}
