package org.unsplat.grammar.stack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.regex.Matcher;
import org.unsplat.grammar.text.Numbers;
import org.unsplat.input.bytes.Regex;
import org.unsplat.model.StackFrame;

/**
 * A symbol as {@code %pS} prints it (kernel/kallsyms.c, {@code __sprint_symbol}), or as a symbolizer rewrites it.
 * <pre>
 * __flush_work+0x30b/0x570 kernel/workqueue.c:4178        syzkaller; the place is optional
 * flush_work kernel/workqueue.c:4229 [inline]              syzkaller, inlined
 * lkt_sa_irq+0xc/0x20 [lkt 71a6ba3e92c5211ab6683faf0d5214fdae23abf4] (P)
 * kct_side_a (lkt/kct.c:135 (discriminator 3)) kct         decode_stacktrace.sh, inlined places before the function's own
 * 0xffffffffa000f000                                       no symbol
 * lkt_sa_irq [lkt]                                         trimmed by hand, or by {@code clean --trim}
 *
 * symbol  = name "+" offset "/" size [" " place] [module | " " name] [flags] | name " " place " [inline]"
 *         | name " (" decoded {" " decoded} ")" [module] [flags] | hex
 * trimmed = name [" " place] [module]         only at places that must have a symbol
 * place   = file ":" line
 * decoded = place [" (discriminator " n ")"]
 * module  = " [" name [" " build-id] "]"      decode_stacktrace.sh leaves out the brackets, even if it cannot decode
 * flags   = " (" letters ")"                  arm64, 6.14 and later: where the frame was found
 * </pre>
 */
public final class Symbol {

    private static final String MODULE = "(?: \\[(?<module>[\\w.-]+)(?: (?<build>[0-9a-f]{16,40}))?\\])?";
    private static final String PLACE = "(?<file>[^\\s()\\[\\]:]+):(?<line>-?\\d{1,9}|\\?)";
    private static final String FLAGS = "(?: \\((?<flags>[A-Z]{1,4})\\))?";
    static final Regex PRINTED = new Regex("(?<name>(?!\\d+:|\\?)[^\\s+(\\[](?:[^\\s+]*+(?=\\+)|(?=[^+]*::)[^+]*+))"
            + "\\+(?<offset>0x[0-9a-f]+)(?:/(?<size>0x[0-9a-f]+))?(?: " + PLACE + ")?" + MODULE
            + "(?: (?!(?:from|at|in|on|to|by|of|is|was|and|or|with|for|then)$)(?<bare>[a-z][\\w-]*+))?"
            + FLAGS + "(?: \\((?<note>[^()]*+)\\))?");
    static final Regex INLINE = new Regex(
            "(?<name>[^\\s+(\\[]++(?= )|[^\\s+(\\[](?>[^+]*?::)[^+]*) " + PLACE + MODULE + " \\[inline\\]" + FLAGS);
    private static final String INLINED_AT = "(?>[^\\s():]+:(?:\\d{1,9}|\\?)(?: \\(discriminator \\d{1,9}\\))?)";
    private static final Regex DECODED =
            new Regex("(?<name>[A-Za-z_$.][\\w$.]*|(?=[^:]*::)(?:(?! \\([^\\s():]+:[\\d?]).)++) " + "\\((?<places>"
                    + INLINED_AT + "(?: " + INLINED_AT + ")*+)\\)(?: (?<module>[\\w-]+))?" + FLAGS + " ?");
    private static final Regex DECODED_PLACE = new Regex(
            "(?<![^\\s)])(?<file>[^\\s():]+):(?<line>\\d{1,9}|\\?)(?: \\(discriminator (?<discriminator>\\d{1,9})\\))?");
    /** Most function names contain an underscore, most words of prose do not; so a name with a capital needs one. */
    private static final Regex TRIMMED_NAME = new Regex("[a-z_][\\w$.]*|[A-Z](?>\\w*_)[\\w$.]*");

    private static final Regex TRIMMED_END = new Regex("(?: " + PLACE + ")?" + MODULE);

    private static final Regex BARE = new Regex("(?<address>0x[0-9a-f]{1,16})" + FLAGS + "(?: \\((?<note>\\w+)\\))?");

    /** {@code %pS} of NULL up to 5.1, padded to the width of an address. */
    private static final String NULL = "(null)";

    private Symbol() {}

    /** Parses a symbol; null if the text is none. */
    public static FrameBuilder parse(String text) {
        var plus = text.indexOf("+0x");
        if (plus > 0) {
            var plain = SymbolFastPath.parse(text, 0);
            return plain == null ? printed(PRINTED.matcher(text)) : plain;
        }
        if (text.endsWith(" [inline]") || text.endsWith(")") && text.contains(" [inline] (")) {
            return inline(INLINE.matcher(text));
        }
        if (text.indexOf(" (") > 0 && !text.startsWith("0x")) {
            return decoded(DECODED.matcher(text));
        }
        return text.startsWith("0x") || text.equals(NULL) ? bare(text) : null;
    }

    /** Parses a whole text that may be trimmed; null if it is no symbol. */
    public static StackFrame frame(String text) {
        var builder = parseTrimmed(text.strip());
        return builder == null ? null : builder.build();
    }

    /** Parses a text that may be trimmed; null if it is no symbol. Only for places that must have a symbol. */
    public static FrameBuilder parseTrimmed(String text) {
        if (text.startsWith("? ")) {
            var frame = parseTrimmed(text.substring(2));
            if (frame != null) {
                frame.reliable = false;
            }
            return frame;
        }
        var frame = parse(text);
        return frame == null ? trimmed(text, SourceName.end(text)) : frame;
    }

    private static FrameBuilder trimmed(String text, int nameEnd) {
        var name = text.substring(0, Math.max(0, nameEnd));
        var match = TRIMMED_NAME.matches(name) || SourceName.matches(name)
                ? TRIMMED_END.matcher(text.substring(nameEnd))
                : null;
        if (match == null || !match.matches()) {
            return null;
        }
        var frame = new FrameBuilder();
        frame.function = name;
        frame.module = match.group("module");
        place(frame, match);
        return frame;
    }

    private static FrameBuilder printed(Matcher match) {
        if (!match.matches()) {
            return null;
        }
        var frame = named(match);
        frame.offset = match.group("offset");
        frame.size = match.group("size");
        frame.buildId = match.group("build");
        frame.module = frame.module == null ? match.group("bare") : frame.module;
        frame.note = match.group("note");
        place(frame, match);
        flags(frame, match.group("flags"));
        return frame;
    }

    private static FrameBuilder inline(Matcher match) {
        if (!match.matches()) {
            return null;
        }
        var frame = named(match);
        frame.inline = true;
        place(frame, match);
        flags(frame, match.group("flags"));
        return frame;
    }

    private static FrameBuilder decoded(Matcher match) {
        if (!match.matches() || match.group("name").indexOf(' ') > 0 && !SourceName.matches(match.group("name"))) {
            return null;
        }
        var frame = named(match);
        flags(frame, match.group("flags"));
        var places = new ArrayList<StackFrame.InlinedAt>();
        for (var place = DECODED_PLACE.matcher(match.group("places")); place.find(); ) {
            places.add(new StackFrame.InlinedAt(
                    place.group("file"),
                    Numbers.parseInt(lineOf(place)),
                    Numbers.parseInt(place.group("discriminator"))));
        }
        var own = places.remove(places.size() - 1);
        frame.file = own.file();
        frame.line = own.line();
        frame.discriminator = own.discriminator();
        frame.inlinedAt = places;
        return frame;
    }

    private static FrameBuilder bare(String text) {
        if (text.equals(NULL)) {
            return new FrameBuilder().address(NULL);
        }
        var match = BARE.matcher(text);
        if (!match.matches()) {
            return null;
        }
        var frame = new FrameBuilder().address(match.group("address"));
        frame.note = match.group("note");
        flags(frame, match.group("flags"));
        return frame;
    }

    private static FrameBuilder named(Matcher match) {
        var frame = new FrameBuilder();
        frame.function = match.group("name");
        frame.module = match.group("module");
        return frame;
    }

    private static void place(FrameBuilder frame, Matcher match) {
        frame.file = match.group("file");
        frame.line = Numbers.parseInt(lineOf(match));
    }

    private static String lineOf(Matcher match) {
        var line = match.group("line");
        return line == null || line.charAt(0) == '?' || line.charAt(0) == '-' ? null : line;
    }

    private static void flags(FrameBuilder frame, String letters) {
        frame.flags = letters == null ? frame.flags : Arrays.asList(letters.split(""));
    }

    static boolean isNull(String text) {
        return NULL.equals(text);
    }
}
