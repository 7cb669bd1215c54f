package org.unsplat.grammar.stack;

import java.util.List;
import org.unsplat.classify.LineType;
import org.unsplat.input.bytes.Regex;
import org.unsplat.model.StackFrame;

/** The type of a line with a frame; {@link FrameLine} parses its formats. */
final class FrameType extends LineType<StackFrame> {

    private static final Regex ADDRESS_ALONE = new Regex(
            "\\(?(?:\\[<?\\s*[0-9a-f]{6,16}>?\\]|\\[[0-9a-f]{8,16}\\] \\[[0-9a-f]{8,16}\\]|\\[<\\(?_*ptrval_*\\)?>\\])(?: \\?)?");
    private static final Regex ARM_CUT = new Regex(
            "(?:\\[<[0-9a-f]{8}>\\] )?\\(?[\\w.$]+(?:\\+0x[0-9a-f]+/0x[0-9a-f]+)?(?: \\[[\\w-]+\\])?\\)? from"
                    + "(?: \\[<[0-9a-f]{0,8}>?\\]?(?: \\([^)]*)?)?|\\[<[0-9a-f]{8}>\\] \\([\\w.$]+(?: \\[[\\w-]*\\]?)?\\)?");
    private static final Regex ADDRESSED = new Regex("\\(?(?:\\[[^\\]]*\\]\\s+){1,2}(.+)");
    private static final Regex ARM_CALLEE = new Regex("[\\w$.]+(?: \\[[\\w-]+\\])? from ");
    private static final Regex ARM_NAMES = new Regex("[\\w$.]+(?: \\[[\\w-]+\\])? from [\\w$.]+");
    private static final Regex SIZE = new Regex("\\+0x[0-9a-f]+/0x[0-9a-f]+$");
    private static final Regex SIZE_END = new Regex("[0-9a-f]{1,4}(?: [\\w./-]+:\\d+| \\[[\\w-]+\\])?");
    /** The rest of a frame. The bracketed words are marks that people write where a module could be: [snip]. */
    private static final Regex TAIL = new Regex(
            "(?!\\[(?:snip|snipped|cut|trimmed|skip|skipped|etc|deleted|removed|omitted|truncated)\\])(?:"
                    + "[\\w./+@~,=-]+\\.\\w{1,3}:-?\\d+(?: \\[\\w+\\])?(?: \\[inline\\])?(?: \\([A-Z]{1,4}\\))?"
                    + "|\\[[\\w-]+(?: [0-9a-f]{16,40})?\\](?: \\([A-Z]{1,4}\\))?|\\(\\w{1,12}\\)|\\[inline\\] ?\\(?\\w*\\)?)");

    FrameType() {
        super("frame", List.of());
    }

    @Override
    public StackFrame read(String text) {
        if (text.isEmpty() || text.startsWith("...")) {
            return null;
        }
        var frame = SymbolFastPath.parse(text, FrameLine.symbolStart(text));
        if (frame != null) {
            frame.reliable = text.charAt(0) != '?';
            return frame.build();
        }
        var other = mayHold(text) ? FrameLine.parse(StackTrace.unglued(text)) : null;
        return other == null ? null : other.build();
    }

    /** Whether the line can be a frame at all; most lines that are no simple frame cannot. */
    private static boolean mayHold(String text) {
        var first = text.charAt(0);
        if (first == '[' || first == '(' || first == '?' || first == '<' || first == '0') {
            return true;
        }
        return !text.contains(": ") && (text.contains("+0x") || text.contains("[inline]") || text.contains(" ("))
                || text.contains(" from ")
                || StackTrace.isGluedHead(text);
    }

    @Override
    public boolean isCut(String text) {
        if (text.startsWith("...")) {
            return false;
        }
        var line = StackTrace.unglued(text);
        return isBracketed(line) && ADDRESS_ALONE.matches(line)
                || (line.contains(" from") || line.startsWith("[<")) && ARM_CUT.matches(line)
                || CutSymbol.isCut(symbol(line));
    }

    @Override
    public boolean mayBeCut(String text) {
        return text.equals("?")
                || CutSymbol.mayBeCut(symbol(StackTrace.unglued(text)))
                || text.contains(" from ") && ARM_NAMES.matches(text);
    }

    private static boolean isBracketed(String line) {
        return line.startsWith("[") || line.startsWith("([");
    }

    /** The line without addresses and question mark, on arm without the function that was called. */
    private static String symbol(String line) {
        var callee = line.contains(" from ") ? ARM_CALLEE.matcher(line) : null;
        if (callee != null && callee.lookingAt()) {
            return line.substring(callee.end());
        }
        var match = isBracketed(line) ? ADDRESSED.matcher(line) : null;
        var symbol = match == null ? line : match.matches() ? match.group(1) : "";
        return symbol.startsWith("? ") ? symbol.substring(2) : symbol;
    }

    @Override
    public boolean goesOn(String text, String tail) {
        return TAIL.matches(tail)
                || SIZE_END.matches(tail) && SIZE.matcher(text).find();
    }

    /** A bare address is a frame, but also the end of many other lines. */
    @Override
    public boolean isDistinctive(String text) {
        return !text.startsWith("0x");
    }

    @Override
    public boolean endsWith(LineType<?> other) {
        return other == this;
    }

    /** A frame from decode_stacktrace.sh ends with a place in parentheses, after which the module may be missing. */
    @Override
    public boolean isStrict(String text) {
        return !text.endsWith(")");
    }

    @Override
    public boolean isDoubtful(String text, StackFrame frame) {
        return frame.offset() != null && frame.size() == null;
    }
}
