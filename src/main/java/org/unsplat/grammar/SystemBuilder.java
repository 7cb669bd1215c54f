package org.unsplat.grammar;

import java.util.List;
import org.unsplat.model.SystemInfo;

/** What a report says about its kernel and the task that printed it, collected from the ident line and the dump. */
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
    /** The {@code Linux version} line of the boot if it shows PREEMPT_RT, else null. */
    public String linuxBanner;

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

    /**
     * @param realTime whether the kernel has PREEMPT_RT
     * @param banner the banner of the boot if only that shows it, else null
     */
    SystemInfo build(boolean realTime, String banner) {
        var taint = taintFlags == null ? null : new SystemInfo.Taint(taintFlags, taintNames);
        return isEmpty() && !realTime
                ? null
                : new SystemInfo(
                        kernel, build, cpu, uid, pid, comm, taint, kdump, buildId, preempt, hardware, workqueue,
                        stopper, schedExt, realTime, banner);
    }
}
