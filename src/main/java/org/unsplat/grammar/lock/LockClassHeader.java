package org.unsplat.grammar.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.unsplat.classify.LineType;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.stack.FrameEndType;
import org.unsplat.grammar.stack.StackTrace;
import org.unsplat.grammar.stack.SymbolText;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.grammar.text.Numbers;
import org.unsplat.grammar.text.TypeLists;
import org.unsplat.input.bytes.Regex;
import org.unsplat.model.Backtrace;
import org.unsplat.model.Dependencies;
import org.unsplat.model.Lock;
import org.unsplat.model.StackFrame;

/**
 * One lock class of a {@link DependenciesPiece} ({@code print_lock_class_header}).
 * <pre>
 *  -&gt; (lkt_sa){-...}-{3:3} ops: 3 {
 *     IN-HARDIRQ-W at:
 *                       lock_acquire+0xa5/0x290
 *   }
 *   ... key      at: [&lt;ffffffffa0004878&gt;] lkt_sa+0x18/0x40 [lkt]
 *   ... acquired at:
 *    _raw_spin_lock+0x27/0x40
 *
 * entry = "-&gt;" lock [" ops: " n] " {" { state " at:" stored trace } "}" key ["... acquired at:" stored trace]
 * </pre>
 * Each line is indented by the distance of the lock from the end of the path.
 */
public final class LockClassHeader {

    private static final String AT = "... key";
    private static final String ARROW = "->";
    private static final Regex OPS = new Regex("(?: ops: (\\d{1,18}))? \\{");
    private static final Regex PLACE =
            new Regex("(?d)\\.\\.\\. key +at: ?(?<address>\\[<\\s*\\S+>\\] ?|\\[\\s*\\] ?)?(?<symbol>\\S.*)");
    private static final Regex PLACE_CUT = new Regex("(?d)\\.\\.\\. key(?: +(?:a|at|at:.*))?");
    /** decode_stacktrace.sh removes the address and the brackets around the module. */
    private static final Regex DECODED = new Regex("((?>\\S+?\\+0x)\\S++) ([\\w-]+)");

    /** The class, and the number of its acquisitions. */
    public static final LineType<Head> HEAD = new LineType<>("head of a lock's dependencies", List.of(ARROW)) {
        @Override
        public Head read(String text) {
            return text.startsWith(ARROW) && text.endsWith(" {") ? head(text) : null;
        }

        @Override
        public boolean isCut(String text) {
            var lock = text.startsWith(ARROW) ? text.substring(ARROW.length()).strip() : "";
            return ClassForm.isCut(lock) && (lock.contains("){") || lock.indexOf(' ') < 0);
        }

        @Override
        public boolean mayBeCut(String text) {
            return text.equals(ARROW) || text.startsWith("-> (");
        }

        @Override
        public boolean endsWith(LineType<?> other) {
            return other == LockLine.TYPE;
        }
    };

    static final LineType<Matcher> STATE = LineType.of(
            "usage state of a lock",
            "((?:IN-|INITIAL |[A-Z_]+-ON-)[A-Z_ -]*[A-Z_-]) +at:",
            "IN-",
            "INITIAL ",
            "HARDIRQ-ON-",
            "SOFTIRQ-ON-",
            "RECLAIM_FS-ON-");
    /** The brace after the usage states. */
    static final LineType<String> CLOSE = new LineType<>("end of a lock's usage states", List.of("}")) {
        @Override
        public String read(String text) {
            return text.equals("}") ? text : null;
        }

        @Override
        public boolean isDistinctive(String text) {
            return false;
        }
    };

    /** The location of the class's key, null if it cannot be read. */
    static final LineType<StackFrame> KEY = new FrameEndType<>("key of a lock class", List.of(AT)) {
        @Override
        public StackFrame read(String text) {
            var match = text.startsWith(AT) ? PLACE.matcher(text) : null;
            return match != null && match.matches() ? key(match) : null;
        }

        @Override
        public boolean isCut(String text) {
            return PLACE_CUT.matches(text);
        }

        @Override
        public boolean isDoubtful(String text, StackFrame frame) {
            return frame.function() != null && frame.offset() == null;
        }
    };

    static final LineType<String> ACQUIRED =
            LineType.words("head of the stack that acquired a lock", "... acquired at:");
    static final List<LineType<?>> TYPES =
            TypeLists.joined(List.of(HEAD, STATE, KEY, ACQUIRED, CLOSE), StackTrace.STORED);

    record Head(Lock lock, Long ops) {}

    private LockClassHeader() {}

    /** Whether the line can follow; a brace only after the usage states. */
    static boolean mayFollow(TypedLine last, TypedLine next) {
        return next.type() != CLOSE
                || last.type() == HEAD
                || last.type() == STATE
                || last.isTyped() && TypeLists.has(StackTrace.STORED, last.type());
    }

    private static Head head(String text) {
        var usage = text.lastIndexOf("){");
        var end = usage < 0 ? text.lastIndexOf(')') + 1 : text.indexOf(' ', usage);
        var ops = end > 0 ? OPS.matcher(text).region(end, text.length()) : null;
        var lock = ops != null && ops.matches()
                ? ClassForm.read(text.substring(ARROW.length(), end).strip())
                : null;
        return lock == null ? null : new Head(lock, ops.group(1) == null ? null : Long.valueOf(ops.group(1)));
    }

    private static StackFrame key(Matcher match) {
        var address =
                match.group("address") == null ? "" : match.group("address").strip();
        var decoded = DECODED.matcher(match.group("symbol"));
        var symbol = decoded.matches() ? decoded.group(1) + " [" + decoded.group(2) + "]" : match.group("symbol");
        return LockLine.place(address.contains("<") ? address + " " + symbol : symbol);
    }

    /**
     * Reads one lock class without its depth. Cut lines are skipped together with the stack below them. Returns null at a line
     * that begins no entry.
     */
    static Dependencies.Entry read(Cursor lines) {
        var head = lines.accept(HEAD);
        if (head == null) {
            return null;
        }
        var usages = new ArrayList<Dependencies.StateAt>();
        StackFrame at = null;
        Backtrace acquired = null;
        while (!lines.atEnd() && lines.line().type() != HEAD && !lines.isAt(BadPathLine.TYPE)) {
            var state = lines.accept(STATE);
            if (state != null) {
                usages.add(new Dependencies.StateAt(state.group(1).strip(), StackTrace.readStored(lines)));
            } else if (lines.isAt(KEY)) {
                at = lines.accept(KEY);
            } else if (lines.accept(ACQUIRED) != null) {
                acquired = new Backtrace(StackTrace.readStored(lines));
            } else if (lines.accept(CLOSE) == null) {
                lines.skip();
            }
        }
        return new Dependencies.Entry(head.lock(), null, head.ops(), List.copyOf(usages), at, acquired);
    }

    static void write(Dependencies.Entry entry, KernelText out) {
        var depth = entry.depth();
        out.line(
                depth, "->" + LockLine.text(entry.lock()) + (entry.ops() == null ? "" : " ops: " + entry.ops()) + " {");
        for (var state : entry.usages()) {
            var head = " ".repeat(depth + 3) + state.state() + " at:";
            out.line(head);
            StackTrace.writeStored(state.stack(), head.length() + 1 + depth, out);
        }
        out.line(depth, " }");
        if (entry.key() != null) {
            out.line(depth, " ... key      at: " + keyText(entry.key()));
        }
        if (entry.acquired() != null) {
            out.line(depth, " ... acquired at:");
            StackTrace.writeStored(entry.acquired().frames(), 3, out);
            out.blank();
        }
    }

    private static String keyText(StackFrame key) {
        var address = Numbers.printedAddress(key.address(), key.addressText());
        return address == null
                ? SymbolText.of(key).replaceFirst(" \\[([\\w-]+)\\]$", " $1")
                : "[<" + address + ">] " + SymbolText.of(key);
    }
}
