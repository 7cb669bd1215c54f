package org.unsplat.kcsan;

import org.unsplat.grammar.stack.FrameRole;
import org.unsplat.model.Race;

/** Explains a race in one sentence: which side did what to how many bytes, marked or plain. */
final class RaceExplanation {

    private RaceExplanation() {}

    static String of(Race race) {
        var accesses = race.accesses();
        if (accesses.isEmpty() || !race.unknownOrigin() && accesses.size() < 2) {
            return null;
        }
        if (!race.unknownOrigin() && isSame(accesses.get(0), accesses.get(1))) {
            return null;
        }
        return race.unknownOrigin()
                ? side(race, accesses.get(0)) + " saw the value change under it; who changed it is not known."
                : side(race, accesses.get(0)) + " races with " + lower(side(race, accesses.get(1))) + ".";
    }

    /** A task does not race with itself, so the same access was printed twice. */
    private static boolean isSame(Race.Access one, Race.Access other) {
        return one.isOfTask(other.pid(), other.cpu());
    }

    private static String side(Race race, Race.Access access) {
        var where = place(access);
        var by = (where == null ? "" : " in " + where) + " by "
                + (access.pid() == null ? "an interrupt" : "task " + access.pid()) + " on cpu " + access.cpu();
        var bytes = access.size() + (access.size() == 1 ? " byte" : " bytes");
        return access.isAssert()
                ? "The assertion" + by + " that nobody " + forbidden(race, access)
                        + (access.size() == 1 ? " this " : " these ") + bytes
                : (access.marked() ? "A marked " : "A plain ")
                        + (access.type().contains("reordered") ? "reordered " : "") + access.op() + " of " + bytes + by;
    }

    /** {@code ASSERT_EXCLUSIVE_BITS} forbids only changes of some bits. */
    private static String forbidden(Race race, Race.Access access) {
        var mask = race.valueChanged() == null ? null : race.valueChanged().mask();
        return access.type().contains("accesses")
                ? "accesses"
                : mask == null ? "writes" : "changes the bits " + mask + " of";
    }

    private static String place(Race.Access access) {
        var frame = FrameRole.ofAccess(access.stack());
        return frame == null
                ? null
                : FrameRole.readableName(frame.function())
                        + (frame.file() == null || frame.line() == null || frame.line() <= 0
                                ? ""
                                : " (" + frame.file() + ":" + frame.line() + ")");
    }

    private static String lower(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
