package org.unsplat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.unsplat.grammar.lock.LockLine;
import org.unsplat.model.Lock;
import org.unsplat.model.LockBuilder;
import org.unsplat.model.Report;
import org.unsplat.model.Warning;

/**
 * The same report about other tasks, locks and functions, whose names are as awkward as the kernel allows; by a seed.
 */
final class RenameFrames {

    /** At most 15 bytes, any but NUL; the kernel's own kworkers have slashes and colons. */
    private static final List<String> COMMS = List.of(
            "a b",
            "kworker/u8:4",
            "x:y/z",
            "(sd-pam)",
            "[x]",
            "a.c:1",
            "+0x1/0x2",
            "CPU0",
            "0",
            "#0:",
            "a/1",
            "{+.+.}",
            "lock",
            "->",
            "\u00fcnic\u00f6de",
            "abcdefghijklmno",
            "T1]",
            "a\u2028b",
            "a, b",
            "at: x");
    /** What was written in the source between the parentheses of an initialiser, or given by a driver. */
    private static final List<String> LOCKS = List.of(
            "&(&n->list_lock)->rlock",
            "sk_lock-AF_INET6",
            "(wq_completion)ipv6 addrconf",
            "(work_completion)(&(&x->w)->work)",
            "fs/x.c:123",
            "a b",
            "&x[0]",
            "%d",
            "a\u0085b\u2028c",
            "\u00fcber",
            "&{x}",
            "lock*S",
            "_".repeat(200),
            "(a){b}",
            "&tun->lock:1",
            "x->y, at: z");

    private static final List<String> FUNCTIONS = List.of(
            "f",
            "f.isra.0",
            "__pfx_f.cold",
            "_RNvCs4_x4rust1f",
            "f.llvm.1234567890",
            "x".repeat(300),
            "sub_1.constprop.0",
            "_0x_f",
            "f$1",
            "page_fault_oops");

    private final Map<String, String> names = new HashMap<>();
    private final Random random;

    private RenameFrames(long seed) {
        random = new Random(seed);
    }

    static Report of(Report report, long seed) {
        return RecordMapper.of(report, new RenameFrames(seed)::other);
    }

    private String any(String what, List<String> pool, String old) {
        // Two names stay two names
        return names.computeIfAbsent(what + old, key -> {
            String name;
            do {
                name = pool.get(random.nextInt(pool.size())) + (what.equals("comm") ? "" : "_" + names.size());
            } while (names.containsValue(name));
            return name;
        });
    }

    private Object other(Class<?> owner, String name, Object value, RecordMapper.Rest rest) {
        if (value instanceof Lock lock && lock.classText() != null && lock.name() != null) {
            return lock((Lock) rest.below(lock));
        }
        // A warning's place is part of the headline
        return value instanceof Warning ? value : value instanceof String text ? text(name, text) : rest.below(value);
    }

    private String text(String name, String old) {
        return switch (name) {
            case "comm" -> any("comm", COMMS, old);
            case "demangled" -> null; // the new names are not mangled
            case "function", "functions" -> any("function", FUNCTIONS, old);
            case "lock", "cycle" -> classText(old);
            default -> old;
        };
    }

    private Lock lock(Lock lock) {
        return LockBuilder.builder(lock)
                .classText(classText(lock.classText()))
                .name(lockName(lock.name()))
                .build();
    }

    /** A class has the same name wherever the report names it, so that its parts still agree. */
    private String classText(String old) {
        var name = LockLine.named(old).name();
        return name == null ? old : lockName(name) + old.substring(name.length());
    }

    private String lockName(String old) {
        // By these the kernel's numbering of wait types is told
        return old.startsWith("rcu_") ? old : any("lock", LOCKS, old);
    }
}
