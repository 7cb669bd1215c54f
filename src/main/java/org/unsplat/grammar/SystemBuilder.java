package org.unsplat.grammar;

import java.util.List;
import org.unsplat.model.SystemInfo;

/** What a report says of its kernel and the task that printed it, gathered from the ident line and the dump. */
public final class SystemBuilder {

    public String kernel;
    String build;
    Integer cpu;
    Integer uid;
    Integer pid;
    String comm;
    List<String> taintFlags;
    List<String> taintNames = List.of();
    boolean kdump;
    String buildId;
    String preempt;
    String hardware;
    String workqueue;
    String stopper;
    String schedExt;

    public boolean isEmpty() {
        return kernel == null
                && cpu == null
                && pid == null
                && hardware == null
                && workqueue == null
                && taintFlags == null
                && stopper == null
                && schedExt == null;
    }

    /** @param realTime whether the report tells of PREEMPT_RT */
    SystemInfo build(boolean realTime) {
        var taint = taintFlags == null ? null : new SystemInfo.Taint(taintFlags, taintNames);
        return isEmpty()
                ? null
                : new SystemInfo(
                        kernel, build, cpu, uid, pid, comm, taint, kdump, buildId, preempt, hardware, workqueue,
                        stopper, schedExt, realTime);
    }
}
