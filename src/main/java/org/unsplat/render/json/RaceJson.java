package org.unsplat.render.json;

import org.unsplat.model.Race;

/** Writes the {@code race} of a KCSAN report. */
final class RaceJson {

    private final JsonOutput out;
    private final FrameJson frames;
    private final LockJson locks;

    RaceJson(JsonOutput out, FrameJson frames, LockJson locks) {
        this.out = out;
        this.frames = frames;
        this.locks = locks;
    }

    void write(String name, Race race) {
        if (race == null) {
            return;
        }
        out.beginObject(name);
        out.text("bug", race.bug());
        out.flag("unknown_origin", race.unknownOrigin());
        out.texts("functions", race.functions());
        out.beginList("accesses");
        for (var access : race.accesses()) {
            access(access);
        }
        out.endList();
        valueChanged(race.valueChanged());
        out.endObject();
    }

    private void access(Race.Access access) {
        out.beginObject();
        out.text("type", access.type());
        out.text("op", access.op());
        out.flag("marked", access.marked());
        out.flag("scoped", access.scoped());
        out.flag("assert", access.isAssert());
        out.text("address", access.address());
        out.number("size", access.size());
        out.text("context", access.context());
        out.number("pid", access.pid());
        out.number("cpu", access.cpu());
        frames.stack("stack", access.stack());
        frames.frame("reordered_to", access.reorderedTo());
        locks.held("held", access.held());
        locks.irqTrace("irq_trace", access.irqTrace());
        out.flagIfSet("lockdep_off", access.lockdepOff());
        out.endObject();
    }

    private void valueChanged(Race.ValueChange change) {
        if (change == null) {
            return;
        }
        out.beginObject("value_changed");
        out.text("old", change.old());
        out.text("new", change.now());
        out.text("flipped", change.flipped());
        out.text("bits_changed", change.bitsChanged());
        out.text("mask", change.mask());
        out.endObject();
    }
}
