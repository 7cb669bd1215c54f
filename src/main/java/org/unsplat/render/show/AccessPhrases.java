package org.unsplat.render.show;

import java.util.Objects;
import org.unsplat.model.HeldLocks;
import org.unsplat.model.Lock;
import org.unsplat.model.Race;
import org.unsplat.model.SystemInfo;

/** Describes one side of a race: {@code plain write of 8 bytes at 0xffff888100000000}, {@code by kworker/u8:4/63 on cpu 0}. */
public final class AccessPhrases {

    private AccessPhrases() {}

    /** {@code plain } or {@code marked }; empty for an assertion. */
    public static String how(Race.Access access) {
        return access.isAssert() ? "" : access.marked() ? "marked " : "plain ";
    }

    /** {@code write}, {@code assert no writes}. */
    public static String type(Race.Access access) {
        return access.isAssert() ? access.type().replaceFirst(" \\(.*", "") : access.op();
    }

    /** {@code  of 8 bytes, scoped at 0xffff888100000000}, with a blank in front. */
    public static String details(Race.Access access) {
        var later = !access.scoped() || access.reorderedTo() != null
                ? ""
                : access.type().contains("reordered") ? ", reordered" : ", scoped";
        return " of " + access.size() + (Integer.valueOf(1).equals(access.size()) ? " byte" : " bytes") + later
                + (access.address() == null ? "" : " at " + access.address());
    }

    /** @param system of the report, which names the task of one side; may be null */
    public static String who(Race.Access access, SystemInfo system) {
        var named = system != null && system.comm() != null && access.isOfTask(system.pid(), system.cpu());
        return "by "
                + (access.pid() == null
                        ? "an interrupt"
                        : named ? system.comm() + "/" + access.pid() : "task " + access.pid())
                + " on cpu " + access.cpu();
    }

    /** {@code holding rtnl_mutex, &q->lock}. */
    public static String holds(HeldLocks list) {
        var names = list.locks().stream()
                .map(Lock::classText)
                .filter(Objects::nonNull)
                .toList();
        return "holding " + (names.isEmpty() ? "no lock" : String.join(", ", names));
    }
}
