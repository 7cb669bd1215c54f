package org.unsplat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.unsplat.grammar.lock.LockLine;
import org.unsplat.model.FreedRange;
import org.unsplat.model.Lock;
import org.unsplat.model.LockBuilder;
import org.unsplat.model.Race;
import org.unsplat.model.RcuUsage;
import org.unsplat.model.Report;
import org.unsplat.model.Scenario;
import org.unsplat.model.StackFrame;
import org.unsplat.model.SystemInfo;
import org.unsplat.model.Warning;

/**
 * The same report from another machine: other numbers, addresses, values, places in the source and words about the
 * system; by a seed.
 */
final class RenumberLines {

    private static final List<String> FILES =
            List.of(("kernel/locking/lockdep.c ./include/linux/spinlock.h arch/x86/entry/entry_64.S "
                            + "/build/linux-6.12/fs/x-y_z.c ../drivers/net/a+b.c rust/kernel/sync.rs /home/a@b/~/c.c x.c "
                            + "drivers/0/1.h")
                    .split(" "));
    private static final List<String> HARDWARE = List.of(
            "linux,dummy-virt (DT)",
            ".",
            "Raspberry Pi 4 Model B Rev 1.4 (DT)",
            "ARM-Versatile Express",
            "QEMU Standard PC (i440FX + PIIX, 1996), BIOS 1.16.2-debian-1.16.2-1 04/01/2014",
            "a: b, at: c, BIOS [x] {y} 12/31/2099");
    private static final List<String> WORK =
            List.of("events_unbound (work_fn)", "kblockd blk_mq_run_work_fn", "a:b/1 f [mod]", "0x1 +0x2/0x3");
    private static final Map<String, String> TAINTS = Map.of(
            "P",
            "PROPRIETARY_MODULE",
            "W",
            "WARN",
            "O",
            "OOT_MODULE",
            "E",
            "UNSIGNED_MODULE",
            "L",
            "SOFTLOCKUP",
            "N",
            "TEST",
            "D",
            "DIE");

    private final Map<String, Object> others = new HashMap<>();
    private final Random random;

    private RenumberLines(long seed) {
        random = new Random(seed);
    }

    static Report of(Report report, long seed) {
        return RecordMapper.of(report, new RenumberLines(seed)::other);
    }

    private Object other(Class<?> owner, String name, Object value, RecordMapper.Rest rest) {
        // A warning's place is part of the headline
        if (value instanceof Warning) {
            return value;
        }
        if (value instanceof Race.ValueChange change) {
            return change(change);
        }
        if (value instanceof Lock lock) {
            return lock((Lock) rest.below(lock));
        }
        if (value instanceof SystemInfo.Taint taint) {
            return taint(taint);
        }
        if (value instanceof String text) {
            return text(owner, name, text);
        }
        return value instanceof Number || value instanceof Boolean ? number(owner, name, value) : rest.below(value);
    }

    private Object number(Class<?> owner, String name, Object old) {
        return switch (name) {
            // What is the same stays the same, and nothing else becomes it; the idle task is 0 everywhere
            case "pid" -> old.equals(0) ? 0 : same("pid", old, () -> 1 + random.nextInt(4_194_304));
            case "cpu" -> owner == Scenario.Step.class ? old : same("cpu", old, () -> random.nextInt(8192));
            case "uid" -> random.nextInt(65_536);
            case "line" -> 1 + random.nextInt(99_999);
            case "discriminator" -> 1 + random.nextInt(99);
            case "hardirq", "softirq", "debugLocks" -> random.nextInt(2);
            case "hardirqsEnabled", "softirqsEnabled" -> random.nextBoolean();
            case "schedulerActive" -> 1 + random.nextInt(2);
            case "eventStamp", "count", "ops" -> 1L + random.nextInt(Integer.MAX_VALUE);
            default -> old;
        };
    }

    private String text(Class<?> owner, String name, String old) {
        if (owner == StackFrame.class || owner == RcuUsage.class || owner == StackFrame.InlinedAt.class) {
            switch (name) {
                case "file":
                    return any(FILES);
                case "offset", "size":
                    return "0x" + Integer.toHexString(1 + random.nextInt(1 << random.nextInt(1, 24)));
                default:
            }
        }
        return switch (name) {
            case "address", "calleeAddress", "sp" -> address(old);
            case "from", "to" -> owner == FreedRange.class ? address(old) : old;
            case "buildId" -> hex(old);
            case "build" -> "#" + (1 + random.nextInt(999)) + any(List.of("", "-Ubuntu", "~22.04.1"));
            case "hardware" -> any(HARDWARE);
            case "workqueue" -> any(WORK);
            case "lock", "cycle" -> classText(LockLine.named(old));
            default -> old;
        };
    }

    /** Where the kernel lies in memory stays: by that, architectures are told. */
    private String address(String old) {
        var kept = 2 + (old.length() - 2) / 2;
        return same("address", old, () -> old.substring(0, kept) + hex(old.substring(kept)));
    }

    /** As many digits. */
    private String hex(String old) {
        var digits = old.startsWith("0x") ? old.length() - 2 : old.length();
        var text = new StringBuilder(old.startsWith("0x") ? "0x" : "");
        for (var i = 0; i < digits; i++) {
            text.append(Character.forDigit(random.nextInt(16), 16));
        }
        return text.toString();
    }

    private Race.ValueChange change(Race.ValueChange change) {
        var old = hex(change.old());
        var now = hex(change.now());
        var bits = new BigInteger(old.substring(2), 16)
                .xor(new BigInteger(now.substring(2), 16))
                .toString(16);
        var flipped = "0x" + "0".repeat(Math.max(old.length(), now.length()) - 2 - bits.length()) + bits;
        return new Race.ValueChange(
                old,
                now,
                flipped,
                change.bitsChanged() == null ? null : hex(change.bitsChanged()),
                change.mask() == null ? null : hex(change.mask()));
    }

    private Lock lock(Lock lock) {
        if (lock.version() == null || lock.name() == null) {
            return lock;
        }
        return LockBuilder.builder(lock)
                .classText(classText(lock))
                .version(version(lock))
                .build();
    }

    /** A class has the same number wherever the report names it. */
    private int version(Lock lock) {
        return same("version" + lock.name() + "#", lock.version(), () -> 2 + random.nextInt(9_999));
    }

    private String classText(Lock lock) {
        var rest = lock.name() == null
                ? ""
                : lock.classText().substring(lock.name().length());
        return lock.version() == null
                ? lock.classText()
                : lock.name() + rest.replaceFirst("#\\d+", "#" + version(lock));
    }

    private SystemInfo.Taint taint(SystemInfo.Taint taint) {
        var flags = new ArrayList<>(List.of("P", "D", "W", "O", "E", "L", "N"));
        flags.removeIf(flag -> random.nextBoolean());
        return new SystemInfo.Taint(
                flags,
                taint.names().isEmpty()
                        ? List.of()
                        : flags.stream().map(TAINTS::get).toList());
    }

    private <T> T any(List<T> pool) {
        return pool.get(random.nextInt(pool.size()));
    }

    @SuppressWarnings("unchecked")
    private <T> T same(String what, Object old, Supplier<T> another) {
        return (T) others.computeIfAbsent(what + old, key -> {
            var number = another.get();
            while (others.containsValue(number)) {
                number = another.get();
            }
            return number;
        });
    }
}
