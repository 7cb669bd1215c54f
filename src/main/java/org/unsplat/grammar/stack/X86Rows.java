package org.unsplat.grammar.stack;

import java.util.List;
import org.unsplat.input.bytes.Regex;

/**
 * The rows of registers of x86-64, which {@code __show_regs} prints all or, without those below R13, for user space.
 * <pre>
 * RSP: 0018:ffffc900000f3e88 EFLAGS: 00010246
 * RAX: 0000000000000000 RBX: 0000000000000001 RCX: 0000000000000002
 * RDX: ..., RBP: ..., R10: ..., R13: ...                                      of three registers, as RAX
 * FS:  00007f51722bb300(0000) GS:ffff88849fa00000(0000) knlGS:0000000000000000
 * CS:  0010 DS: 0000 ES: 0000 CR0: 0000000080050033
 * CR2: 00007ffd197adff0 CR3: 000000011d9ee004 CR4: 0000000000770ef0
 * </pre>
 */
public final class X86Rows {

    private static final String VALUE = "[0-9a-f]{16}";

    /** A row whose end is missing; {@code V} stands for a value. */
    private static final String CUT_ROW =
            "(?:RAX: (?!V RBX: V RCX: V)|RDX: (?!V RSI: V RDI: V)|RBP: (?!V R08: V R09: V)"
                    + "|R10: (?!V R11: V R12: V)|R13: (?!V R14: V R15: V)|FS: (?!.*knlGS:V)|CS: (?!.*CR0: V)|CR2: V CR3: (?!.*CR4: V)"
                    + "|RSP: (?!\\w{4}:[0-9a-f]{8,16} +EFLAGS: [0-9a-f]{8}(?: ORIG_RAX: [0-9a-f]{8,16})?$)).*|RIP: [0-9a-f]{4}";

    private static final Regex CUT = new Regex(CUT_ROW.replace("V", VALUE));

    /** The registers within a row, which begin no row. */
    private static final Regex INNER =
            new Regex("(?:(?:R[BC]X|R[SD]I|R0[89]|R1[1245]|ORIG_RAX): [0-9a-f]{8,16}|EFLAGS: [0-9a-f]{8}"
                    + "|(?:GS|knlGS):[0-9a-f]{16}|[DE]S: [0-9a-f]{4}|CR0: [0-9a-f]{16}|CR[34]: [0-9a-f]{16}).*");

    /** Those of them that begin no row of other architectures either. */
    private static final Regex SECOND = new Regex("(?:R[BC]X|R[SD]I|R0[89]|R1[1245]): .*");

    private static final List<String> ROWS = List.of("RAX", "RDX", "RBP", "R10", "R13");

    private X86Rows() {}

    static boolean isCut(String text) {
        return CUT.matches(text);
    }

    /** Whether the text begins with a register that begins no row. */
    static boolean isRest(String text) {
        return SECOND.matches(text);
    }

    /** Whether the text is the rest of a row that a mailer broke. */
    static boolean isTail(String last, String text) {
        return INNER.matches(text) && isOfSameRow(last, text) && (CUT.matches(last) || mayEndEarly(last));
    }

    /** A system call has one more register in its first row; a page fault repeats the first one of the last row alone. */
    private static boolean mayEndEarly(String last) {
        return last.startsWith("RSP: ") || last.startsWith("CR2: ");
    }

    private static boolean isOfSameRow(String last, String text) {
        return switch (last.substring(0, 3)) {
            case "FS:" -> text.startsWith("GS:") || text.startsWith("knlGS:");
            case "CS:" -> text.startsWith("DS: ") || text.startsWith("ES: ") || text.startsWith("CR0: ");
            case "CR2" -> text.startsWith("CR3: ") || text.startsWith("CR4: ");
            case "RSP" -> text.startsWith("EFLAGS: ") || text.startsWith("ORIG_RAX: ");
            default -> text.charAt(0) == 'R';
        };
    }

    /** Whether the line is the row below the row of this name. */
    public static boolean isBelow(String line, String name) {
        var at = ROWS.indexOf(name) + 1;
        return at < ROWS.size() && line.startsWith(ROWS.get(at) + ':');
    }

    /** The name of the row that must be below this one of three registers, null if it is the last or no such row. */
    public static String below(String line) {
        for (var i = 0; i < ROWS.size() - 1; i++) {
            if (line.startsWith(ROWS.get(i) + ':')) {
                return ROWS.get(i + 1);
            }
        }
        return null;
    }
}
