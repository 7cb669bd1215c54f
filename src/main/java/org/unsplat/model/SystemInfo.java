package org.unsplat.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * The kernel and the task that printed a report: lockdep's ident line and {@code dump_stack_print_info}.
 *
 * @param kernel the release, {@code 6.12.0-rc3+}
 * @param build the first word of the kernel's version, {@code #1}
 * @param cpu the CPU that printed the report, or null
 * @param uid the effective user id of the task that printed it, 6.12 and later
 * @param pid of the task that printed it
 * @param comm of the task that printed it, at most 15 bytes
 * @param taint null where no taint was printed
 * @param kdump whether {@code Kdump: loaded} was printed
 * @param buildId the build id of vmlinux, 40 hexadecimal digits, 5.15 and later
 * @param preempt the preemption model, {@code PREEMPT(full)}, 6.15 and later
 * @param hardware the text after {@code Hardware name:}
 * @param workqueue the text after {@code Workqueue:}, printed for kworkers only
 * @param stopper the text after {@code Stopper:}, 5.15 and later
 * @param schedExt the text after {@code Sched_ext:}, 6.12 and later
 * @param preemptRt whether the kernel has CONFIG_PREEMPT_RT, as the report or the boot messages show
 * @param linuxBanner the {@code Linux version ...} line of the boot, if only that shows CONFIG_PREEMPT_RT; else null
 */
@RecordBuilder
@RecordBuilder.Options(
        buildMethodName = "create",
        enableGetters = false,
        enableWither = false,
        addStaticBuilder = false,
        useImmutableCollections = true)
public record SystemInfo(
        String kernel,
        String build,
        Integer cpu,
        Integer uid,
        Integer pid,
        String comm,
        Taint taint,
        boolean kdump,
        String buildId,
        String preempt,
        String hardware,
        String workqueue,
        String stopper,
        String schedExt,
        boolean preemptRt,
        String linuxBanner) {

    /**
     * The taint of the kernel.
     *
     * @param flags the letters printed, without {@code G}; empty for "Not tainted"
     * @param names the names in {@code Tainted: [O]=OOT_MODULE}, 6.12 and later; else empty
     */
    public record Taint(List<String> flags, List<String> names) {}
}
