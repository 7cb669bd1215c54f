package org.unsplat.render.json;

import org.unsplat.model.BlockedTask;
import org.unsplat.model.Blocker;
import org.unsplat.model.ContendedLock;
import org.unsplat.model.Lockdep;

/** Writes what the hung task detector prints, and the locks for which several tasks compete in a dump of all tasks. */
final class HangJson {

    private final JsonOutput out;
    private final FrameJson frames;
    private final LockJson locks;

    HangJson(JsonOutput out, FrameJson frames, LockJson locks) {
        this.out = out;
        this.frames = frames;
        this.locks = locks;
    }

    void write(Lockdep lockdep) {
        if (!lockdep.blocked().isEmpty()) {
            out.beginList("blocked");
            lockdep.blocked().forEach(this::blocked);
            out.endList();
        }
        if (!lockdep.blockers().isEmpty()) {
            out.beginList("blockers");
            lockdep.blockers().forEach(this::blocker);
            out.endList();
        }
        out.flagIfSet("suppressed", lockdep.suppressed());
        if (!lockdep.contended().isEmpty()) {
            out.beginList("contended");
            lockdep.contended().forEach(this::contended);
            out.endList();
        }
    }

    private void blocked(BlockedTask blocked) {
        out.beginObject();
        locks.task("task", blocked.task());
        out.text("waiting", blocked.waiting());
        out.number("seconds", blocked.seconds());
        out.textLinesIfAny("notes", blocked.notes());
        out.textLinesIfAny("registers", blocked.registers());
        out.text("heading", blocked.heading());
        frames.backtrace("stack", blocked.stack());
        out.endObject();
    }

    private void blocker(Blocker blocker) {
        out.beginObject();
        locks.task("task", blocker.task());
        out.text("waits_as", blocker.waitsAs());
        out.text("on", blocker.on());
        locks.task("owner", blocker.owner());
        out.text("owner_as", blocker.ownerAs());
        out.textLinesIfAny("owner_notes", blocker.ownerNotes());
        out.textLinesIfAny("owner_registers", blocker.ownerRegisters());
        out.text("owner_heading", blocker.ownerHeading());
        frames.backtrace("owner_stack", blocker.ownerStack());
        out.endObject();
    }

    private void contended(ContendedLock lock) {
        out.beginObject();
        out.text("class", lock.classText());
        out.text("address", lock.address());
        out.number("listed_by", lock.listedBy());
        out.beginList("went_on");
        for (var task : lock.wentOn()) {
            locks.task(task);
        }
        out.endList();
        out.endObject();
    }
}
