package org.unsplat;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Writes what stands in a console log between reports: nothing of interest, and much that looks nearly like it. */
final class QuietLog {

    /** What is put in front of a line, and how it ends. */
    record Form(boolean time, boolean caller, String end) {}

    private final Random random;
    private final Form form;
    private final StringBuilder log = new StringBuilder();
    private long microseconds = 1_000_000;

    private final List<Supplier<String>> ordinary = List.of(
            () -> "usb " + any(9) + "-1: new high-speed USB device number " + any(127) + " using xhci_hcd",
            () -> "pci 0000:00:" + hex(2) + ".0: [" + hex(4) + ":" + hex(4) + "] type 00 class 0x" + hex(6),
            () -> "audit: type=1400 audit(1700000000." + any(999) + ":" + any(99)
                    + "): avc:  denied  { read } for  pid=" + any(999),
            () -> "docker0: port " + any(8) + "(veth" + any(9) + ") entered blocking state",
            () -> "EXT4-fs (loop" + any(7) + "): mounted filesystem " + hex(8)
                    + " r/w without journal. Quota mode: none.",
            () -> "    ok " + any(99) + " eth0_test_" + any(400),
            () -> "Code: " + hex(2) + " " + hex(2) + " " + hex(2),
            () -> "RIP: 0033:0x" + hex(12),
            () -> "");

    private final List<Supplier<String>> nearMisses = List.of(
            () -> "stress-ng[" + any(999) + "]: BUG: a data-race in a thread pool",
            () -> "=".repeat(66),
            () -> "-".repeat(52),
            () -> "systemd[1]: WARNING: unit uses a deprecated option",
            () -> "WARNING: possible misconfiguration detected",
            () -> "INFO: task snapd:" + any(9999) + " blocked for more than 143 seconds.",
            () -> any(9) + " locks held by kworker/1:1/" + any(99) + ":",
            () -> "BUG: KASAN: use-after-free in f+0x" + hex(2) + "/0x" + hex(3),
            () -> "WARNING: CPU: 0 PID: 1 at net/core/a.c:1 f+0x1/0x2",
            () -> "------------[ cut here ]------------",
            () -> " #" + any(9) + ": HDA Intel at 0x" + hex(8),
            () -> "INFO: lockdep is turned off.",
            () -> "Disabling lock debugging due to kernel taint",
            () -> "BUG: spinlock bad magic on CPU#" + any(9) + ", x/" + any(99),
            () -> "DEBUG_LOCKS_WARN_ON(x)",
            () -> "DEBUG_RWSEMS_WARN_ON(x);",
            () -> "debug_locks && !(lock_is_held(&(&a->b)->dep_map) != 0)",
            () -> "IRQs not enabled as expected",
            () -> "WARNING: net/core/a.c:1 at f+0x1/0x2, CPU#1: x/1",
            () -> "WARNING: [a && b] net/core/a.c:1 at f+0x1/0x2, CPU#1: x/1",
            () -> "Lock dependency validator: Copyright (c) 2006 Red Hat, Inc., Ingo Molnar",
            () -> "Good, all 261 testcases passed! |",
            () -> "Linux version 6." + any(12) + ".0 (a@b) #1 SMP",
            () -> "turning off the locking correctness validator.",
            () -> "Showing all locks held in the system:",
            () -> " #0: ffff888012345678 (&a->lock){+.+.}-{4:4}, at: f+0x1/0x2",
            () -> "[ BUG: something that nobody knows ]",
            () -> "\u001b[33mBUG: \u001b[0mKFENCE: x",
            () -> " f+0x1/0x2",
            () -> "> quoted",
            () -> "Link: https://example.org/" + hex(8),
            () -> "From here on",
            () -> "kcsan: enabled early",
            () -> "---[ end trace " + hex(16) + " ]---",
            () -> "EXT4-fs error (device loop0): inode #12: comm fio: iget: bad extra_isize",
            () -> "Kernel panic - not syncing: x",
            () -> "** replaying previous printk message **",
            () -> "    ======================",
            () -> "a" + " long".repeat(200));

    QuietLog(long seed, Form form) {
        this.random = new Random(seed);
        this.form = form;
    }

    /** @param near how many lines in a thousand look like something */
    QuietLog quiet(int lines, int near) {
        for (var count = 0; count < lines; count++) {
            var from = random.nextInt(1000) < near ? nearMisses : ordinary;
            line(from.get(random.nextInt(from.size())).get(), random.nextInt(50));
        }
        return this;
    }

    /** Lines of one caller, with lines of others between them now and then. */
    QuietLog text(String text) {
        var caller = 100 + random.nextInt(900);
        text.lines().forEach(line -> {
            line(line, caller);
            if (random.nextInt(12) == 0) {
                quiet(1, 0);
            }
        });
        return this;
    }

    /** Lines as they are. */
    QuietLog verbatim(String text) {
        log.append(text);
        return this;
    }

    private void line(String text, int caller) {
        microseconds += random.nextInt(3000);
        if (form.time()) {
            log.append(String.format("[%5d.%06d]", microseconds / 1_000_000, microseconds % 1_000_000));
        }
        if (form.caller()) {
            log.append(String.format("[%6s]", "T" + caller));
        }
        log.append(form.time() || form.caller() ? " " : "").append(text).append(form.end());
    }

    private int any(int below) {
        return 1 + random.nextInt(below);
    }

    private String hex(int digits) {
        return String.format("%016x", random.nextLong()).substring(16 - digits);
    }

    @Override
    public String toString() {
        return log.toString();
    }
}
