package org.unsplat.render.json;

import java.util.List;
import org.unsplat.model.Backtrace;
import org.unsplat.model.StackFrame;

/** Writes frames, {@code {"function": "__flush_work", "offset": "0x30b", "size": "0x570", ...}}, and lists of them. */
final class FrameJson {

    /** What addr2line prints for an unknown file. */
    private static final String UNKNOWN = "??";

    private final JsonOutput out;

    FrameJson(JsonOutput out) {
        this.out = out;
    }

    void stack(String name, List<StackFrame> frames) {
        out.beginList(name);
        for (var frame : frames) {
            frame(frame);
        }
        out.endList();
    }

    void stackIfAny(String name, List<StackFrame> frames) {
        if (!frames.isEmpty()) {
            stack(name, frames);
        }
    }

    /** Writes a list, even an empty one, if its heading was printed. */
    void backtrace(String name, Backtrace backtrace) {
        if (backtrace != null) {
            stack(name, backtrace.frames());
        }
    }

    void frame(String name, StackFrame frame) {
        if (frame != null) {
            out.name(name);
            frame(frame);
        }
    }

    private void frame(StackFrame frame) {
        out.beginLineObject();
        code(frame);
        place(frame);
        out.textsIfAny("flags", frame.flags());
        out.text("note", frame.note());
        out.text("callee", frame.callee());
        out.text("callee_module", frame.calleeModule());
        out.text("callee_address", frame.calleeAddress());
        out.number("discriminator", frame.discriminator());
        inlinedAt(frame.inlinedAt());
        out.textsIfAny("after", frame.after());
        out.endLineObject();
    }

    private void code(StackFrame frame) {
        out.text("function", frame.function());
        out.text("demangled", frame.demangled());
        out.text("offset", frame.offset());
        out.text("size", frame.size());
        out.text("module", frame.module());
        out.text("build_id", frame.buildId());
    }

    private void place(StackFrame frame) {
        out.text("file", UNKNOWN.equals(frame.file()) ? null : frame.file());
        out.number("line", frame.line());
        out.flag("inline", frame.inline());
        out.flag("reliable", frame.reliable());
        out.text("address", frame.address());
        out.text("address_text", frame.addressText());
        out.text("sp", frame.sp());
        out.text("context", frame.context());
    }

    private void inlinedAt(List<StackFrame.InlinedAt> places) {
        if (places.isEmpty()) {
            return;
        }
        out.beginList("inlined_at");
        for (var place : places) {
            out.beginObject();
            out.text("file", place.file());
            out.number("line", place.line());
            out.number("discriminator", place.discriminator());
            out.endObject();
        }
        out.endList();
    }
}
