package org.unsplat.input.mail;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.unsplat.input.bytes.TextScanner;

/**
 * What a mail of syzbot says about the run that led to the report. Of repeated values the first is kept.
 *
 * <pre>{@code
 * HEAD commit:    0123456789ab x: add z
 * git tree:       upstream
 * console output: https://syzkaller.appspot.com/x/log.txt?x=10000000000000
 * kernel config:  https://syzkaller.appspot.com/x/.config?x=1000000000000000
 * syz repro:      https://syzkaller.appspot.com/x/repro.syz?x=10000000000000
 * C reproducer:   https://syzkaller.appspot.com/x/repro.c?x=10000000000000
 * }</pre>
 *
 * <p>The reply to a patch test has {@code commit:} instead, and {@code console+strace:} if the log includes system calls.
 */
final class SyzbotRun {

    /** The largest length of an address. */
    private static final int LONGEST = 1000;

    /** syzbot gives two, one in its own language and one in C. */
    private static final int REPRODUCERS = 10;

    private static final int SHORTEST_HASH = 7;
    private static final int LONGEST_HASH = 40;

    private final Set<String> reproducers = new LinkedHashSet<>();
    private String commit;
    private String tree;
    private String config;
    private String log;

    /** Reads the line that begins at {@code start} if it is one of these. */
    void read(String text, int start) {
        var colon = text.indexOf(": ", start);
        if (colon < 0) {
            return;
        }
        var value = text.substring(colon + 2).strip();
        switch (text.substring(start, colon)) {
            case "HEAD commit" -> commit(value);
            case "commit" -> {
                // People write this word too; syzbot pads its columns with blanks
                if (text.startsWith("  ", colon + 1)) {
                    commit(value);
                }
            }
            case "git tree" -> tree = tree == null && !value.isEmpty() && value.length() <= LONGEST ? value : tree;
            case "kernel config" -> config = config == null ? address(value) : config;
            case "console output", "console+strace" -> log = log == null ? address(value) : log;
            case "syz repro", "C reproducer" -> {
                var address = address(value);
                if (address != null && reproducers.size() < REPRODUCERS) {
                    reproducers.add(address);
                }
            }
            default -> {}
        }
    }

    private void commit(String value) {
        var end = TextScanner.hexEnd(value, 0);
        var isHash = end >= SHORTEST_HASH && end <= LONGEST_HASH && (end == value.length() || value.charAt(end) == ' ');
        commit = commit == null && isHash ? value.substring(0, end) : commit;
    }

    private static String address(String value) {
        var isAddress = value.startsWith("http") && value.contains("://") && value.length() <= LONGEST;
        return isAddress && TextScanner.blanksEnd(value) == 0 ? value.split("[ \t]", 2)[0] : null;
    }

    boolean isEmpty() {
        return commit == null && tree == null && config == null && log == null && reproducers.isEmpty();
    }

    /** The hash alone; null if not given, as the others. */
    String commit() {
        return commit;
    }

    String tree() {
        return tree;
    }

    String config() {
        return config;
    }

    String log() {
        return log;
    }

    List<String> reproducers() {
        return List.copyOf(reproducers);
    }
}
