package org.unsplat.grammar;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.grammar.stack.LockFunctions;
import org.unsplat.input.bytes.Regex;
import org.unsplat.model.Backtrace;
import org.unsplat.model.IrqSafety;
import org.unsplat.model.StackFrame;

/**
 * Whether a report is from a kernel with CONFIG_PREEMPT_RT. The CPU line says so from 6.15 on. For older kernels the release
 * may show it, or functions and files that only such a kernel has, or the boot messages.
 */
final class RealTime {

    /** Releases of the RT patches, RHEL, Debian and Ubuntu: 5.10.9-rt24, 4.18.0-425.rt7.213.el8, 6.1.0-13-rt-amd64. */
    private static final Regex RELEASE =
            new Regex(".*(?:[-.]rt\\d+(?![\\w])|-rt-(?:amd64|arm64|armmp|686-pae)|-realtime).*");

    private static final String BANNER = "Linux version ";

    private RealTime() {}

    /** Whether the report itself shows it, without the boot banner. */
    static boolean isToldByReport(ReportBuilder builder) {
        var preempt = builder.system.preempt;
        var kernel = builder.system.kernel;
        if (preempt != null && (preempt.startsWith("PREEMPT_RT") || preempt.startsWith("PREEMPT_{RT"))
                || kernel != null && RELEASE.matches(kernel)) {
            return true;
        }
        for (var stack : stacks(builder)) {
            if (LockFunctions.tellRealTime(stack)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the report may be from the kernel that printed this banner: release and build must not differ. */
    static boolean isOfBoot(SystemBuilder system) {
        var banner = system.linuxBanner;
        var version = banner == null ? -1 : banner.indexOf(" #");
        return version > 0
                && (system.kernel == null || banner.startsWith(system.kernel + ' ', BANNER.length()))
                && (system.build == null || banner.startsWith(system.build + ' ', version + 1));
    }

    private static List<List<StackFrame>> stacks(ReportBuilder builder) {
        var stacks = new ArrayList<List<StackFrame>>();
        for (var access : builder.accesses) {
            stacks.add(access.stack());
        }
        if (builder.chain != null) {
            for (var link : builder.chain) {
                stacks.add(link.stack());
            }
        }
        add(builder.backtrace, stacks);
        add(builder.secondBacktrace, stacks);
        add(builder.registered, stacks);
        add(builder.becameSafe, stacks);
        add(builder.becameUnsafe, stacks);
        for (var task : builder.blocked) {
            add(task.stack(), stacks);
        }
        for (var blocker : builder.blockers) {
            add(blocker.ownerStack(), stacks);
        }
        for (var block : builder.dependencies) {
            for (var entry : block.locks()) {
                for (var usage : entry.usages()) {
                    stacks.add(usage.stack());
                }
                add(entry.acquired(), stacks);
            }
        }
        for (var list : builder.held) {
            for (var lock : list.locks()) {
                if (lock.at() != null) {
                    stacks.add(List.of(lock.at()));
                }
            }
        }
        return stacks;
    }

    private static void add(Backtrace trace, List<List<StackFrame>> stacks) {
        if (trace != null) {
            stacks.add(trace.frames());
        }
    }

    private static void add(IrqSafety safety, List<List<StackFrame>> stacks) {
        if (safety != null) {
            stacks.add(safety.stack());
        }
    }
}
