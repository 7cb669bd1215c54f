package org.unsplat.grammar.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import org.unsplat.classify.LineType;
import org.unsplat.grammar.UsageDecoder;
import org.unsplat.grammar.stack.FrameLine;
import org.unsplat.grammar.stack.Symbol;
import org.unsplat.grammar.stack.SymbolText;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.grammar.text.Numbers;
import org.unsplat.input.bytes.Regex;
import org.unsplat.model.Lock;
import org.unsplat.model.LockBuilder;
import org.unsplat.model.StackFrame;
import org.unsplat.model.WaitTypes;

/**
 * A lock as {@code print_lock} (held form) and {@code print_lock_name} (class form) print it.
 * <pre>
 * ffff000014d7a520 (&amp;ctx-&gt;wqh#2){..-.}-{3:3}, at: eventfd_signal_mask+0x64/0x180      4.17 and later; wait types 5.7
 *  (&amp;(&amp;ah-&gt;block)-&gt;rlock){+.?...}, at: [&lt;f7fdd2d1&gt;] ath5k_tasklet_beacon+0x91/0xa7    before 4.17
 *  (lkt_sa){-...}-{3:3}                                                               class form
 *
 * lock = [address] " (" name ["#" version] ["/" subclass] [detail] "){" usage "}" ["-{" outer ":" inner "}"] [", at: " symbol]
 * </pre>
 * The name may contain anything, also parentheses and braces, so it ends at the last {@code "){" usage "}"}.
 */
public final class LockLine {

    // A name may contain any byte, and so the line separators of Unicode: (?d) makes the dot match them
    private static final Regex TAIL = new Regex(
            "(?d)\\{(?<usage>[-+.?]{4}|[-+.?]{6})\\}(?:-\\{(?<outer>\\d{1,9}):(?<inner>\\d{1,9})\\})?(?:, *at: *(?<at>.*)|,.*)?");
    private static final Regex USAGE_INSIDE = new Regex("\\)\\{(?:[-+.?]{4}|[-+.?]{6})\\}");
    private static final Regex HIDDEN_ADDRESS = new Regex("(\\(_*ptrval_*\\)|\\(null\\)|\\.\\.\\.) +\\(");
    private static final Regex NAME = new Regex("(?d)(?<name>.*?)(?:#(?<version>\\d{1,9}))?(?:/(?<subclass>\\d{1,9}))?"
            + "(?<detail> l=\\d{1,9} \\d{1,9}:\\d{1,9}| rgno=\\d{1,9} metatype=\\S+)?");
    private static final Regex AT_ADDRESS = new Regex("(?d)\\[(?:<\\s*(\\S+?)>|\\s*)\\]\\s*(\\S.*)");

    /** A lock that fills its line. */
    public static final LineType<Lock> TYPE = new LockType("lock", "");

    private LockLine() {}

    /** Whether the line begins like a lock and like nothing else. */
    static boolean isCut(String line) {
        var address = address(line);
        if (address != null) {
            return !line.startsWith("(\"", address.length() + 1);
        }
        return line.startsWith("(") && line.indexOf("){") > 0 && !line.startsWith("([");
    }

    /** Whether the line may be the beginning of a lock, or only an address. */
    static boolean mayBeCut(String line) {
        var end = Numbers.hexEnd(line, 0);
        return line.startsWith("(") && !line.startsWith("([<")
                || (end == 8 || end == 16) && (end == line.length() || line.startsWith(" (", end));
    }

    /** Parses the whole line, without the place if that cannot be read; null if the line is no lock. */
    public static Lock parse(String line) {
        if (line.equals("<RELEASED>")) {
            return LockBuilder.builder().released(true).build();
        }
        var address = address(line);
        var open = line.indexOf('(', address == null ? 0 : address.length());
        var tail = tail(line);
        if (tail == null || open < 0 || tail.regionStart() <= open + 1 || address == null && open > 0) {
            return null;
        }
        var classText = line.substring(open + 1, tail.regionStart() - 1);
        return holdsUsage(classText) ? null : build(address, classText, tail);
    }

    /** Whether the text contains the end of another class, so that two lines were joined by mistake. */
    private static boolean holdsUsage(String classText) {
        return classText.contains("){") && USAGE_INSIDE.matcher(classText).find();
    }

    private static String address(String line) {
        var end = Numbers.hexEnd(line, 0);
        if ((end == 8 || end == 16) && line.startsWith(" (", end)) {
            return line.substring(0, end);
        }
        var head = line.startsWith("(") || line.startsWith("...") ? HIDDEN_ADDRESS.matcher(line) : null;
        return head != null && head.lookingAt() ? head.group(1) : null;
    }

    /** Matches the rest of the line from the last usage that nothing unknown follows. */
    private static Matcher tail(String line) {
        for (var at = line.lastIndexOf("){"); at >= 0; at = line.lastIndexOf("){", at - 1)) {
            var tail = TAIL.matcher(line).region(at + 1, line.length());
            if (tail.matches()) {
                return tail;
            }
        }
        return null;
    }

    /** Whether the place is missing although its beginning is there, or is only the name of a function. */
    static boolean lacksPlace(String line, Lock lock) {
        return lock.at() == null ? placeStart(line) >= 0 : FrameLine.lacksOffset(lock.at());
    }

    private static int placeStart(String line) {
        var usage = line.lastIndexOf("){");
        return usage < 0 ? -1 : line.indexOf(',', usage);
    }

    /** The line up to its place, to which the places of inlined functions are appended; null if it has no place. */
    static String withoutPlace(String line) {
        var at = placeStart(line);
        return at < 0 ? null : line.substring(0, at);
    }

    private static Lock build(String address, String classText, Matcher tail) {
        var at = tail.group("at");
        var frame = at == null || at.isBlank() ? null : place(at.strip());
        var hex = address == null ? null : Numbers.address(address);
        var lock = ofClass(classText)
                .address(hex)
                .addressText(hex == null ? address : null)
                .usage(tail.group("usage"))
                .usageDecoded(UsageDecoder.decode(tail.group("usage")))
                .at(frame);
        if (tail.group("outer") != null) {
            lock.waitTypes(new WaitTypes(Numbers.parseInt(tail.group("outer")), Numbers.parseInt(tail.group("inner"))));
        }
        return lock.build();
    }

    /** A lock of which only the class is known. */
    public static Lock named(String classText) {
        return ofClass(classText).build();
    }

    private static LockBuilder ofClass(String classText) {
        var lock = LockBuilder.builder().classText(classText);
        if (classText.indexOf('#') < 0 && classText.indexOf('/') < 0 && classText.indexOf('=') < 0) {
            return lock.name(classText.isEmpty() ? null : classText);
        }
        var name = NAME.matcher(classText);
        name.matches();
        return lock.name(name.group("name").isEmpty() ? null : name.group("name"))
                .version(Numbers.parseInt(name.group("version")))
                .subclass(Numbers.parseInt(name.group("subclass")))
                .detail(
                        name.group("detail") == null
                                ? null
                                : name.group("detail").strip());
    }

    /** The place where a lock was taken, with the address of the code if it was printed. */
    public static StackFrame place(String text) {
        var match = text.startsWith("[") ? AT_ADDRESS.matcher(text) : null;
        var isAddressed = match != null && match.matches();
        var frame = Symbol.parseTrimmed(isAddressed ? match.group(2).strip() : text);
        if (frame != null && isAddressed && match.group(1) != null) {
            frame.address(match.group(1));
        }
        return frame == null ? null : frame.build();
    }

    /**
     * Reads one lock, including the copies of its line that a symbolizer adds for inlined functions. Returns null at a line that
     * is no lock.
     */
    public static Lock read(Cursor lines) {
        return read(lines, TYPE);
    }

    static Lock read(Cursor lines, LineType<Lock> type) {
        var lock = lines.accept(type);
        if (lock == null) {
            return null;
        }
        var inlined = new ArrayList<StackFrame>();
        for (var next = lines.peek(type); isCopy(lock, next); next = lines.peek(type)) {
            inlined.add(lock.at());
            lock = lines.accept(type);
        }
        return lock.withPlace(lock.at(), List.copyOf(inlined));
    }

    private static boolean isCopy(Lock lock, Lock next) {
        return next != null
                && lock.at() != null
                && lock.at().offset() == null
                && Objects.equals(lock.index(), next.index())
                && Objects.equals(lock.address(), next.address())
                && Objects.equals(lock.classText(), next.classText());
    }

    /** Writes the line or lines of a lock, each after {@code before}. */
    public static void write(Lock lock, String before, KernelText out) {
        lock.inlinedInto().forEach(frame -> out.line(before + text(lock.withPlace(frame, List.of()))));
        out.line(before + text(lock));
    }

    /**
     * The text of a lock. Without an address it begins with a blank; a lock of which only the class is known has no usage.
     */
    public static String text(Lock lock) {
        if (lock.released()) {
            return "<RELEASED>";
        }
        if (lock.usage() == null) {
            return " (" + lock.classText() + ")";
        }
        var address = Numbers.printedAddress(lock.address(), lock.addressText());
        var wait = lock.waitTypes();
        return (address == null ? "" : address) + " (" + lock.classText() + "){" + lock.usage() + "}"
                + (wait == null ? "" : "-{" + wait.outer() + ":" + wait.inner() + "}")
                + placeText(lock.at(), address == null);
    }

    /** Kernels before 4.17 do not print the address of the lock but that of the code, padded to full width. */
    private static String placeText(StackFrame at, boolean isOld) {
        if (at == null) {
            return "";
        }
        var isBracketed = at.function() != null || at.address() == null && isOld || isPadded(at.address(), isOld);
        var address = isBracketed ? Numbers.printedAddress(at.address(), at.addressText()) : null;
        return ", at: " + (address == null ? "" : "[<" + SymbolText.padded(address) + ">] ")
                + (isBracketed ? FrameLine.symbol(at) : SymbolText.of(at));
    }

    /** Whether an address without symbol has the width that it has in brackets; alone it has no leading zeros. */
    private static boolean isPadded(String address, boolean isOld) {
        return address != null && (isOld ? address.length() >= "0x01234567".length() : address.startsWith("0x00"));
    }
}
