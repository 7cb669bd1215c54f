package org.unsplat.render.json;

import java.util.List;
import org.unsplat.model.Dependencies;

/** The {@code dependencies} of a lockdep report: the lock classes between two locks, with everything lockdep knows about them. */
final class DependenciesJson {

    private final JsonOutput out;
    private final FrameJson frames;
    private final LockJson locks;

    DependenciesJson(JsonOutput out, FrameJson frames, LockJson locks) {
        this.out = out;
        this.frames = frames;
        this.locks = locks;
    }

    void write(List<Dependencies> blocks) {
        if (blocks.isEmpty()) {
            return;
        }
        out.beginList("dependencies");
        for (var block : blocks) {
            out.beginObject();
            out.text("title", block.title());
            out.beginList("locks");
            for (var entry : block.locks()) {
                entry(entry);
            }
            out.endList();
            out.endObject();
        }
        out.endList();
    }

    private void entry(Dependencies.Entry entry) {
        out.beginObject();
        locks.lock("lock", entry.lock());
        out.number("depth", entry.depth());
        out.number("ops", entry.ops());
        out.beginList("usages");
        for (var usage : entry.usages()) {
            out.beginObject();
            out.text("state", usage.state());
            frames.stack("stack", usage.stack());
            out.endObject();
        }
        out.endList();
        frames.frame("key", entry.key());
        frames.backtrace("acquired", entry.acquired());
        out.endObject();
    }
}
