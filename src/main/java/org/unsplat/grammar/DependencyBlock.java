package org.unsplat.grammar;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.model.Backtrace;
import org.unsplat.model.Dependencies;
import org.unsplat.model.Lock;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;

/**
 * The lock classes on the way from one lock to another, with all that lockdep knows of them
 * ({@code print_shortest_lock_dependencies}, {@code print_lock_class_header}).
 * <pre>
 * the shortest dependencies between 2nd lock and 1st lock:
 *  -&gt; (lkt_sa){-...}-{3:3} ops: 3 {
 *     IN-HARDIRQ-W at:
 *                       lock_acquire+0xa5/0x290
 *   }
 *   ... key      at: [&lt;ffffffffa0004878&gt;] lkt_sa+0x18/0x40 [lkt]
 *   ... acquired at:
 *    _raw_spin_lock+0x27/0x40
 *
 * block = title { "-&gt;" lock [" ops: " n] " {" { state " at:" stored trace } "}" key ["... acquired at:" stored trace] }
 * </pre>
 * Each line is indented by the lock's distance from the end of the path.
 */
public final class DependencyBlock implements Piece {

    private static final String SHORTEST = "the shortest dependencies between 2nd lock and 1st lock";
    private static final Regex ENTRY = new Regex("(?d)-> ?(\\(.*?\\S)(?: ops: (\\d{1,18}))? \\{");
    private static final Regex STATE = new Regex("((?:IN-|INITIAL |[A-Z_]+-ON-)[A-Z_ -]*[A-Z_-]) +at:");
    private static final Regex KEY = new Regex("(?d)\\.\\.\\. key +at: (\\[<\\s*\\S+>\\] ?)?(\\S.*)");
    /** decode_stacktrace.sh takes the address away, and the brackets round the module. */
    private static final Regex DECODED_KEY = new Regex("((?>\\S+?\\+0x)\\S++) ([\\w-]+)");

    private static final String ACQUIRED = "... acquired at:";
    private final boolean second;

    private DependencyBlock(boolean second) {
        this.second = second;
    }

    public static DependencyBlock first() {
        return new DependencyBlock(false);
    }

    public static DependencyBlock second() {
        return new DependencyBlock(true);
    }

    @Override
    public String name() {
        return second ? "dependencies to the irq-unsafe lock" : "dependencies between the locks";
    }

    @Override
    public boolean starts(String line) {
        return second
                ? line.startsWith("the dependencies between the lock to be acquired")
                : line.startsWith("the shortest dependencies between")
                        || line.startsWith("the dependencies between") && !line.contains("the lock to be");
    }

    @Override
    public boolean continues(String line) {
        return line.startsWith("-> (")
                || line.equals("}")
                || line.startsWith("... key ")
                || line.startsWith("... acquired at")
                || BadPath.matches(line)
                || line.startsWith("and ") && line.endsWith(" lock:")
                || STATE.matches(line)
                || StackTrace.isStoredLine(line);
    }

    @Override
    public boolean holdsStacks() {
        return true;
    }

    @Override
    public boolean isWhole(String line) {
        return starts(line)
                ? line.endsWith(":") || line.endsWith("acquired") && second
                : line.startsWith("-> (")
                        ? ENTRY.matches(line)
                        : line.startsWith("... key") ? KEY.matches(line) : continues(line);
    }

    @Override
    public void read(Cursor lines, Draft draft) {
        var title = lines.next();
        if (lines.peek().startsWith("and ")) {
            title += " " + lines.next();
        }
        var entries = new ArrayList<Dependencies.Entry>();
        for (var match = lines.take(ENTRY); match != null; match = lines.take(ENTRY)) {
            var lock = LockLine.parse(match.group(1));
            entries.add(entry(
                    lock == null ? LockLine.named(match.group(1)) : lock,
                    match.group(2) == null ? null : Long.valueOf(match.group(2)),
                    lines,
                    draft));
        }
        draft.dependencies.add(new Dependencies(
                title.endsWith(":") ? title.substring(0, title.length() - 1) : title, deepened(entries)));
        BadPath.read(lines, draft);
    }

    private static Dependencies.Entry entry(Lock lock, Long ops, Cursor lines, Draft draft) {
        var usages = new ArrayList<Dependencies.StateAt>();
        for (var state = lines.take(STATE); state != null; state = lines.take(STATE)) {
            usages.add(new Dependencies.StateAt(state.group(1).strip(), StackTrace.readStored(lines)));
        }
        lines.take("}");
        var at = key(lines, draft);
        var acquired = lines.take(ACQUIRED) ? new Backtrace(StackTrace.readStored(lines)) : null;
        return new Dependencies.Entry(lock, null, ops, List.copyOf(usages), at, acquired);
    }

    private static StackFrame key(Cursor lines, Draft draft) {
        var key = KEY.matcher(lines.peek());
        if (!key.matches()) {
            return null;
        }
        var address = key.group(1) == null ? "" : key.group(1).strip() + " ";
        var at = LockLine.place(address + DECODED_KEY.matcher(key.group(2)).replaceFirst("$1 [$2]"));
        if (at == null) {
            lines.skip(draft);
        } else {
            lines.next();
        }
        return at;
    }

    /** The depth is not read from the indentation, which may be lost: it counts down to 0 at the last lock. */
    private static List<Dependencies.Entry> deepened(List<Dependencies.Entry> entries) {
        var deepened = new ArrayList<Dependencies.Entry>();
        for (var entry : entries) {
            deepened.add(new Dependencies.Entry(
                    entry.lock(),
                    entries.size() - 1 - deepened.size(),
                    entry.ops(),
                    entry.usages(),
                    entry.key(),
                    entry.acquired()));
        }
        return deepened;
    }

    @Override
    public void write(Report report, KernelText out) {
        var blocks = report.lockdep().dependencies();
        for (var block : blocks) {
            if (isSecond(block) == second) {
                write(block, Dialect.of(report), out);
            }
        }
        if (!blocks.isEmpty() && isSecond(blocks.get(blocks.size() - 1)) == second) {
            BadPath.write(report, false, out);
        }
    }

    private static boolean isSecond(Dependencies block) {
        return block.title().startsWith("the dependencies between the lock to be acquired");
    }

    private static void write(Dependencies block, Dialect dialect, KernelText out) {
        var and = isSecond(block) && !dialect.gluesLines() ? block.title().indexOf(" and ") : -1;
        out.blank().line(and < 0 ? block.title() + ":" : block.title().substring(0, and));
        if (and >= 0) {
            out.line(block.title().substring(and) + ":");
        }
        block.locks().forEach(entry -> write(entry, dialect, out));
    }

    private static void write(Dependencies.Entry entry, Dialect dialect, KernelText out) {
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
        var address = Hex.bare(key.address(), key.addressText());
        return address == null
                ? Symbol.text(key).replaceFirst(" \\[([\\w-]+)\\]$", " $1")
                : "[<" + address + ">] " + Symbol.text(key);
    }
}
