package org.unsplat.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * The kernel and the task that printed a report: lockdep's ident line and {@code dump_stack_print_info}.
 *
 * @param kernel the release, {@code 6.12.0-rc3+}
 * @param build the first word of the version, {@code #1}
 * @param cpu the cpu that printed, or null
 * @param uid its effective user id, 6.12 and later
 * @param pid of the task that printed
 * @param comm of the task that printed, at most 15 bytes
 * @param taint null where no taint was printed
 * @param kdump whether {@code Kdump: loaded} was printed
 * @param buildId 40 hexadecimal digits of the vmlinux
 * @param preempt the preemption model, {@code PREEMPT(full)}, 6.15 and later
 * @param hardware the text after {@code Hardware name:}
 * @param workqueue the text after {@code Workqueue:}
 * @param stopper the text after {@code Stopper:}
 * @param schedExt the text after {@code Sched_ext:}
 * @param preemptRt whether the kernel has CONFIG_PREEMPT_RT, as the report or the boot tells
 * @param linuxBanner what the kernel said when it booted, {@code Linux version ...}, where that alone tells it; else null
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
     * What tainted the kernel.
     *
     * @param flags the letters printed, without {@code G}; empty for "Not tainted"
     * @param names what {@code Tainted: [O]=OOT_MODULE} calls them, 6.12 and later; else empty
     */
    public record Taint(List<String> flags, List<String> names) {}
}
