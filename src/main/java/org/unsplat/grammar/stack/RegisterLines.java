package org.unsplat.grammar.stack;

import java.util.List;
import java.util.Set;
import org.unsplat.classify.ContextType;
import org.unsplat.classify.LineType;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.grammar.text.Numbers;
import org.unsplat.input.bytes.Regex;

/**
 * Lines of a register dump, of raw stack words or of an exception stack before or within a stack trace. They are kept as
 * printed.
 * <pre>
 * RIP: 0033:0x47fbe9                              x86, show_iret_regs
 * RAX: ffffffffffffffda RBX: 00000000068aeba0     x86, __show_regs
 *  0000000000000000 ffff8800458dfa38              x86 up to 4.8, um, xtensa: raw stack words
 * Stack : 9000000100c4f000 0000000000000000       mips, loongarch; the next lines are indented by 8
 * pstate: 60000005 (nZCv daif ...), pc : sym      arm64, __show_regs
 * Exception stack(0xc11bdfb0 to 0xc11bdff8)       arm, dump_mem
 * dfa0: 00000000 00000000                         arm
 * --- interrupt: 901 at sym                       powerpc, with "LR = sym" or a register dump after it
 * </pre>
 */
public final class RegisterLines {

    private static final Regex X86 =
            new Regex("(?d)(?:RIP|EIP|Code|RSP|ESP|EFLAGS|ORIG_RAX|CR0|CR2|DR0|DR3|PKRU|FS|CS|DS|IP|RSP0)\\s?: ?.*"
                    + "|(?:R[0-9A-Z]{2}|E[A-Z]{2}): [0-9a-f]{8}.*|task: [0-9a-f]{8,16} t.*|knowledge of.*");
    private static final Regex ARM = new Regex(
            "(?d)(?:pstate|pc|lr|sp|pmr_save|psr|Flags|Control|x\\d{1,2}|r\\d{1,2}|fp|ip)\\s?: ?\\S.*[0-9a-f].*"
                    + "|(?=.*:)(?:Register r\\d+|Process) ?\\S.*[0-9a-f].*|(?:PC|LR) is at \\S.*"
                    + "|Exception stack\\(0x[0-9a-f]+ to 0x[0-9a-f]+\\)|[0-9a-f]{4,8}:(?: +[0-9a-f]{8}){1,8}");
    private static final Regex OTHER = new Regex(
            "(?d)(?:epc|ra|gp|t\\d|s\\d{1,2}|a\\d|sp|tp|status|badaddr|cause|badvaddr|orig_a0|u0|ERA|RA|CRMD|PRMD|EUEN|ECFG"
                    + "|ESTAT|PRID|BADV|Hi|Lo|Status|Cause|PrId|NIP|LR|REGS|MSR|CFAR|GPR\\d\\d|DAR|IRQMASK|Krnl PSW|User PSW"
                    + "|Krnl GPRS|User GPRS|Krnl Code|User Code|\\$ ?\\d+)\\s*[:=\\[] ?.*"
                    + "|-{3,4} interrupt: .*|R:0 T:1.*|[#>]?[0-9a-f]{12,16}: [0-9a-f]{4,}.*");
    private static final int LONGEST_NAME = 16;

    /** The names in the expressions above without trailing digits. Most lines begin with none of them, which one look-up shows. */
    private static final Set<String> NAMES = Set.of(
            ("RIP EIP Code RSP ESP EFLAGS ORIG_RAX CR DR PKRU FS CS DS IP task knowledge pstate pc lr sp pmr_save psr Flags"
                            + " Control Register Process x r fp ip PC LR Exception epc ra gp t s a tp status badaddr cause"
                            + " badvaddr orig_a u ERA RA CRMD PRMD EUEN ECFG ESTAT PRID BADV Hi Lo Status Cause PrId NIP REGS"
                            + " MSR CFAR GPR DAR IRQMASK Krnl User $ R Stack")
                    .split(" "));

    /** The first characters of names of two words. */
    private static final String TWO_WORDS = "KU$ER-";

    private static final Regex SPELLED =
            new Regex("(?d)(?:pstate|pc|lr|sp|pmr_save|psr|fp|ip|x\\d|r\\d|knowledge|Stack from|PC is at|LR is at"
                    + "|Flags|Control|Register|Process|R:0).*");
    private static final Regex STACK = new Regex("(?d)Stack ?:.*|Stack from [0-9a-f]{8,16}:");
    private static final Regex WORDS = new Regex("[0-9a-f]{16}(?: [0-9a-f]{16}){1,7}|[0-9a-f]{8}(?: [0-9a-f]{8}){1,7}");
    private static final Regex LAST_WORDS = new Regex("[0-9a-f]{8}|[0-9a-f]{16}|\\.\\.\\.");
    private static final Regex INDENTED = new Regex("(?d)(?:(?:ra|gp|t[0-6]|s\\d{1,2}|a[0-7]) ?: |r\\d{1,2}:).*");

    private static final Regex PLACED = new Regex("(?d)(?:[RE]IP: |pc :|lr :).*\\S");

    /** More places that a symbolizer put behind the symbol, in the same parentheses. */
    private static final Regex PLACES = new Regex("(?d)\\S+\\.[A-Za-z]{1,2}:\\d+\\b.*");

    private static final Regex SYMBOL_CUT = new Regex("(?d).* \\[[\\w-]*");
    private static final Regex SYMBOL = new Regex("(?d).* \\[[\\w-]+\\]");
    private static final Regex CODE = new Regex("Code: (?:<?[0-9a-f]{2}>?(?: |$))+");
    private static final Regex CODE_TAIL = new Regex("(?:<?[0-9a-f]{1,3}>? ?)+");

    /** Words of memory: up to 8 on a line on 32 bits, up to 4 on 64 bits. */
    private static final Regex MEMORY = new Regex(
            "(?:[0-9a-f]{4}: +|GPR\\d\\d: |Stack : )?(?:[0-9a-f]{8}(?: [0-9a-f]{8}){0,7}|[0-9a-f]{16}(?: [0-9a-f]{16}){0,3})");

    private static final Regex MEMORY_CUT = new Regex(
            "(?:(?:[0-9a-f]{4}: +(?:[0-9a-f]{8} )*|(?:[0-9a-f]{8} )+)[0-9a-f]{1,7}|(?:[0-9a-f]{16} )+[0-9a-f]{1,15})");
    private static final Regex POWERPC =
            new Regex("MSR: [^:]* CR: [0-9a-f]+  XER: [0-9a-f]+|REGS: [^()]*ainted[^()]*  \\([^()]*\\)");
    private static final Regex REGISTERS_CUT = new Regex("(?d)[A-Z][A-Z0-9]+: .*[A-Z0-9]:");
    private static final Regex REGISTERS_TAIL = new Regex("[0-9a-f]{8,16}(?: +[A-Z0-9_]{2,8}: [0-9a-f]{1,16})*");

    /** A row of registers of arm64 or riscv whose last value is missing. */
    private static final Regex VALUE_CUT = new Regex("(?:x\\d{1,2}|epc|gp|t\\d|s\\d{1,2}|a\\d|status) ?: [0-9a-f]{8,16}"
            + "(?: +[a-z][a-z0-9]{0,6} ?: [0-9a-f]{8,16})? +[a-z][a-z0-9]{0,6} ?:");

    private static final Regex VALUES = new Regex("[0-9a-f]{8,16}(?: +[a-z][a-z0-9]{0,6}\\s?: [0-9a-f]{8,16}){0,2}");

    private static final Regex STATE =
            new Regex("pstate: [0-9a-f]{8} \\([A-Za-z]{4} [A-Za-z]{4}(?: [-+][A-Z]{3,4}| BTYPE=\\S*)*\\)");
    private static final Regex STATE_TAIL = new Regex("\\(?[A-Za-z]{4}(?: .*)?|[A-Za-z]{4} .*|[-+][A-Z]{3}.*|BTYPE=.*");

    /** The length of {@code 1f20:} before words of memory. */
    private static final int WORD_OFFSET = 5;

    /** Mailers do not break a row of words before this column. */
    private static final int BROKEN = 53;

    /** The second registers of rows of powerpc, which never begin a line. */
    private static final Regex NEXT_REGISTER = new Regex("(?:XER|DSISR): [0-9a-f]{8,16}.*");

    private static final Regex FIRST_REGISTER = new Regex("(?:MSR|CFAR|DAR): +[0-9a-f].*");

    public static final LineType<String> TYPE = new LineType<>("register line", List.of()) {
        @Override
        public String read(String text) {
            return text.length() > 4 && isOne(text) && !X86Rows.isRest(text) ? text : null;
        }

        @Override
        public boolean goesOn(String text, String tail) {
            return isTail(text, tail)
                    || PLACED.matches(text)
                            && (FrameLine.TYPE.goesOn(text, tail) || SourceName.isOpen(text) && PLACES.matches(tail));
        }

        @Override
        public boolean isCut(String text) {
            return MEMORY_CUT.matches(text)
                    || text.equals("RIP:")
                    || text.length() == WORD_OFFSET && text.endsWith(":") && Numbers.hexEnd(text, 0) == WORD_OFFSET - 1
                    || text.startsWith("Exception stack(") && !text.endsWith(")");
        }

        @Override
        public boolean isDoubtful(String text, String same) {
            return PLACED.matches(text) && SYMBOL_CUT.matches(text)
                    || text.startsWith("RIP: ") && text.endsWith(":")
                    || text.startsWith("pstate: ") && SourceName.isOpen(text)
                    || X86Rows.isCut(text);
        }

        @Override
        public boolean isStrict(String text) {
            return MEMORY.matches(text)
                    || POWERPC.matches(text)
                    || CODE.matches(text)
                    || STATE.matches(text)
                    || PLACED.matches(text) && SYMBOL.matches(text);
        }

        @Override
        public boolean endsWith(LineType<?> other) {
            return other == this || other == FrameLine.TYPE;
        }

        @Override
        public boolean isDistinctive(String text) {
            return false;
        }
    };

    /** The last raw stack words, which look like nothing on their own. */
    public static final LineType<String> WORDS_END = new ContextType<>("end of stack words") {
        @Override
        public String read(String text) {
            return LAST_WORDS.matches(text) ? text : null;
        }

        @Override
        public boolean follows(TypedLine last, TypedLine next) {
            return last.is(WORDS_END) || last.is(TYPE) && isWords(last.text());
        }
    };

    private RegisterLines() {}

    /** Writes lines with the indentation that the kernel gives them. */
    public static void write(List<String> lines, KernelText out) {
        var wordMargin = 1;
        for (var line : lines) {
            wordMargin = line.startsWith("Stack :") || line.startsWith("Stack from ") ? 8 : wordMargin;
            out.line(isWords(line) || LAST_WORDS.matches(line) ? wordMargin : margin(line), line);
        }
    }

    private static int margin(String line) {
        return line.startsWith("LR = ") ? 4 : INDENTED.matches(line) ? 1 : 0;
    }

    /** Whether the line may begin with the name of a register or with stack words; almost no line of a log does. */
    private static boolean mayBe(String line) {
        for (var at = 0; at < line.length() && at < LONGEST_NAME; at++) {
            var c = line.charAt(at);
            if (c == ':' || c == '=' || c == '[' || c == '(') {
                return line.lastIndexOf(' ', at - 2) < 0 || TWO_WORDS.indexOf(line.charAt(0)) >= 0;
            }
        }
        return isWords(line) || line.charAt(0) == '-' || SPELLED.matches(line);
    }

    /** Whether the line begins with the name of a register or with a hexadecimal number. */
    private static boolean isNamed(String line) {
        var end = 0;
        while (end < line.length() && ":=[( ".indexOf(line.charAt(end)) < 0) {
            end++;
        }
        var name = end;
        while (name > 0 && Character.isDigit(line.charAt(name - 1))) {
            name--;
        }
        return NAMES.contains(line.substring(0, name))
                || end == 3 && (line.charAt(0) == 'R' || line.charAt(0) == 'E')
                || end >= 4 && Numbers.hexEnd(line, line.charAt(0) == '#' || line.charAt(0) == '>' ? 1 : 0) == end;
    }

    private static boolean isOne(String line) {
        if (line.charAt(0) != '-' && !isNamed(line) || !mayBe(line)) {
            return false;
        }
        return X86.matches(line) || ARM.matches(line) || OTHER.matches(line) || STACK.matches(line) || isWords(line);
    }

    /** Whether a register line below lines of others is none of the report's: bytes of code and raw words begin no dump. */
    public static boolean areOther(TypedLine last, TypedLine next) {
        var isCode = next.text().startsWith("Code: ");
        return next.is(TYPE) && (isCode ? !last.is(TYPE) : last.is(FrameLine.TYPE) && isWords(next.text()));
    }

    /** Whether the line consists of raw stack words. */
    static boolean isWords(String line) {
        return WORDS.matches(line);
    }

    /** Whether the text is the end of the line before it that a mailer cut off. */
    static boolean isTail(String last, String text) {
        return last.startsWith("Code: ") && CODE_TAIL.matches(text)
                || X86Rows.isTail(last, text)
                || last.endsWith(":") && REGISTERS_CUT.matches(last) && REGISTERS_TAIL.matches(text)
                || last.endsWith(":") && VALUE_CUT.matches(last) && VALUES.matches(text)
                || last.startsWith("pstate: ") && last.indexOf(')') < 0 && STATE_TAIL.matches(text)
                || NEXT_REGISTER.matches(text) && FIRST_REGISTER.matches(last)
                || last.startsWith("REGS: ") && text.startsWith("(")
                || !isShortRow(last) && (MEMORY.matches(last + ' ' + text) || MEMORY.matches(last + text));
    }

    /** A complete row may have two or four 32-bit words, so a short one is not taken for a broken one. */
    private static boolean isShortRow(String last) {
        return last.indexOf(' ') == 8 && last.length() < BROKEN && isWords(last);
    }
}
