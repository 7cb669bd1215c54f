package org.unsplat.grammar.stack;

import java.util.List;
import java.util.regex.Matcher;
import org.unsplat.classify.LineType;
import org.unsplat.grammar.text.KernelFormat;
import org.unsplat.grammar.text.Numbers;
import org.unsplat.input.bytes.Regex;
import org.unsplat.model.StackFrame;

/**
 * One line of a stack trace in the formats of all architectures.
 * <pre>
 *  dump_stack_lvl+0x62/0x90                                       x86, arm64
 *  ? kthread_park+0x80/0x80                                       x86, not confirmed by the unwinder
 *  [&lt;ffffffff81234567&gt;] ? sym+0x1/0x2                             x86 before 4.12, riscv, mips, loongarch, s390
 * ([&lt;0000000000112233&gt;] sym+0x1/0x2)                              s390, unreliable
 * [c000000001234567] [c000000000abcdef] sym+0x1/0x2 (unreliable)  powerpc: stack pointer, address
 *  show_stack from dump_stack_lvl+0x88/0xb8                       arm, 6.1 and later
 * [&lt;c010d5c8&gt;] (show_stack) from [&lt;c0a&gt;] (dump_stack+0x1/0x2)    arm
 * Function entered at [&lt;c010b9c4&gt;] from [&lt;c010bca0&gt;]             arm without KALLSYMS
 * </pre>
 * Printed by {@code printk_stack_address}, {@code print_ip_sym}, {@code dump_backtrace_entry} and similar functions.
 */
public final class FrameLine {

    private static final String ADDRESS = "\\[(?:<?\\s*([0-9a-fA-F]{6,16}|\\(\\w+\\))>?|\\s*)\\]";
    private static final Regex BRACKETED = new Regex(ADDRESS + "\\s+(\\? )?(\\S.*)");
    private static final Regex UNRELIABLE = new Regex("(?d)\\(" + ADDRESS + "\\s+(\\S.*)\\)");
    private static final Regex POWERPC = new Regex("(?d)\\[([0-9a-f]{8,16})\\]\\s+\\[([0-9a-f]{8,16})\\]\\s+(\\S.*)");
    private static final String CALLEE =
            "([\\w$.]+(?:\\+0x[0-9a-f]+/0x[0-9a-f]+)?|0x[0-9a-f]+)(?: \\[([\\w.-]+)(?: [0-9a-f]+)?\\])?";
    private static final Regex ARM = new Regex(CALLEE + " from (\\S.*)");
    private static final Regex ARM_VERBOSE =
            new Regex(ADDRESS + " \\(" + CALLEE + "\\) from " + ADDRESS + " \\((\\S.*)\\)");

    private static final Regex ARM_ADDRESSES = new Regex("Function entered at " + ADDRESS + " from " + ADDRESS);

    /** The mark before a symbol that the unwinder did not confirm. */
    private static final String DOUBT = "? ";

    /** A frame of a stored or live trace. */
    public static final LineType<StackFrame> TYPE = new FrameType();

    private FrameLine() {}

    static int symbolStart(String line) {
        return line.startsWith(DOUBT) ? DOUBT.length() : 0;
    }

    /** Parses a stripped line; null if it is not a frame. */
    static FrameBuilder parse(String line) {
        var start = symbolStart(line);
        var plain = SymbolFastPath.parse(line, start);
        return plain == null ? read(line) : doubtedIf(start > 0, plain);
    }

    private static FrameBuilder read(String line) {
        if (line.isEmpty()) {
            return null;
        }
        if (line.charAt(0) != '[' && line.contains("  ")) {
            return read(line.replaceAll(" {2,}", " "));
        }
        return switch (line.charAt(0)) {
            case '[' -> bracketed(line);
            case '(' -> unreliable(UNRELIABLE.matcher(line));
            case '?' -> line.startsWith(DOUBT) ? doubted(Symbol.parse(line.substring(DOUBT.length()))) : null;
            case 'F' ->
                line.startsWith("Function entered at [") ? armAddresses(ARM_ADDRESSES.matcher(line)) : plain(line);
            default -> plain(line);
        };
    }

    private static FrameBuilder plain(String line) {
        return line.contains(" from ") ? arm(ARM.matcher(line)) : Symbol.parse(line);
    }

    private static FrameBuilder armAddresses(Matcher match) {
        var frame = match.matches() ? new FrameBuilder().address(match.group(2)) : null;
        if (frame != null) {
            frame.calleeAddress = Numbers.address(match.group(1));
        }
        return frame;
    }

    private static FrameBuilder bracketed(String line) {
        var powerpc = line.startsWith("[<") ? null : POWERPC.matcher(line);
        if (powerpc != null && powerpc.matches()) {
            var frame = parseSymbol(powerpc.group(3), powerpc.group(2));
            if (frame != null) {
                frame.sp = Numbers.address(powerpc.group(1));
            }
            return frame;
        }
        var verbose = line.contains(") from [") ? ARM_VERBOSE.matcher(line) : null;
        if (verbose != null && verbose.matches()) {
            return armVerbose(verbose);
        }
        var match = BRACKETED.matcher(line);
        return match.matches() ? doubtedIf(match.group(2) != null, parseSymbol(match.group(3), match.group(1))) : null;
    }

    private static FrameBuilder unreliable(Matcher match) {
        return match.matches() ? doubted(parseSymbol(match.group(2), match.group(1))) : null;
    }

    private static FrameBuilder parseSymbol(String text, String address) {
        var frame = Symbol.parse(text.strip());
        return frame == null || address == null ? frame : frame.address(address);
    }

    private static FrameBuilder arm(Matcher match) {
        var frame = match.matches() ? Symbol.parse(match.group(3)) : null;
        if (frame != null) {
            frame.callee = match.group(1);
            frame.calleeModule = match.group(2);
        }
        return frame;
    }

    private static FrameBuilder armVerbose(Matcher match) {
        var frame = parseSymbol(match.group(5), match.group(4));
        if (frame != null) {
            frame.callee = match.group(2);
            frame.calleeModule = match.group(3);
            frame.calleeAddress = Numbers.address(match.group(1));
        }
        return frame;
    }

    private static FrameBuilder doubtedIf(boolean doubted, FrameBuilder frame) {
        return doubted ? doubted(frame) : frame;
    }

    private static FrameBuilder doubted(FrameBuilder frame) {
        if (frame != null) {
            frame.reliable = false;
        }
        return frame;
    }

    /** Whether the offset is missing, or the size of the function. */
    public static boolean lacksOffset(StackFrame at) {
        return at.function() != null && at.size() == null && at.file() == null && !at.inline();
    }

    /** Whether the lines of the trace begin with an address in brackets. */
    public static boolean isBracketed(List<StackFrame> frames) {
        return frames.stream().anyMatch(frame -> frame.function() != null && addressOf(frame) != null);
    }

    /** The line of a frame of a stored trace, without indentation. */
    public static String text(StackFrame frame, boolean bracketed) {
        if (frame.callee() != null || frame.calleeAddress() != null) {
            return armText(frame);
        }
        if (frame.sp() != null) {
            return "[" + frame.sp().substring(2) + "] [" + addressOf(frame) + "] " + symbol(frame);
        }
        var doubt = frame.reliable() ? "" : "? ";
        // The kernel pads addresses in brackets; 0x0 is printed without brackets
        return bracketed && addressOf(frame) != null && !"0x0".equals(frame.address())
                ? "[<" + SymbolText.padded(addressOf(frame)) + ">] " + doubt + symbol(frame)
                : doubt + SymbolText.of(frame);
    }

    /** The line of a frame of a live trace. */
    static String text(StackFrame frame, boolean bracketed, KernelFormat format) {
        if (!format.s390() || !bracketed || addressOf(frame) == null) {
            return text(frame, bracketed);
        }
        var text = "[<" + addressOf(frame) + ">] " + symbol(frame);
        return frame.reliable() ? text + " " : "(" + text + ")";
    }

    /** The symbol; if there is none, the address again, without leading zeros. */
    public static String symbol(StackFrame frame) {
        return frame.function() != null || frame.address() == null
                ? SymbolText.of(frame)
                : SymbolText.of(frame).replaceFirst("^0x0+(?=[0-9a-f])", "0x");
    }

    private static String armText(StackFrame frame) {
        if (frame.callee() == null) {
            return "Function entered at [<" + frame.calleeAddress().substring(2) + ">] from [<" + addressOf(frame)
                    + ">]";
        }
        var callee = frame.callee() + SymbolText.module(frame.calleeModule(), null);
        return frame.calleeAddress() == null
                ? callee + " from " + SymbolText.of(frame)
                : "[<" + frame.calleeAddress().substring(2) + ">] (" + callee + ") from [<" + addressOf(frame) + ">] ("
                        + SymbolText.of(frame) + ")";
    }

    private static String addressOf(StackFrame frame) {
        return Numbers.printedAddress(frame.address(), frame.addressText());
    }
}
