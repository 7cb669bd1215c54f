package org.unsplat.grammar.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.unsplat.classify.LineType;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.KernelFormat;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.grammar.text.TypeLists;
import org.unsplat.model.Dependencies;
import org.unsplat.model.Report;

/**
 * The lock classes on the path from one lock to another, with everything lockdep knows about them
 * ({@code print_shortest_lock_dependencies}).
 * <pre>
 * the shortest dependencies between 2nd lock and 1st lock:
 *  -&gt; (lkt_sa){-...}-{3:3} ops: 3 {
 *
 * block = title { entry }
 * </pre>
 * The entries are {@link LockClassHeader}s. The second title has two lines from 4.9 on.
 */
public final class DependenciesPiece extends Piece {

    static final LineType<Matcher> FIRST_TITLE = LineType.of(
            "title of the dependencies between the locks",
            "the (?:shortest dependencies between 2nd lock and 1st lock"
                    + "|dependencies between [\\w-]+-irq-safe lock and the holding lock):",
            "the shortest dependencies between ",
            "the dependencies between ");
    static final LineType<Matcher> SECOND_TITLE = LineType.of(
            "title of the dependencies to the irq-unsafe lock",
            "the dependencies between the lock to be acquired(?: and [\\w-]+-irq-unsafe lock:)?",
            "the dependencies between the lock to be acquired");
    static final LineType<Matcher> SECOND_TITLE_END = LineType.of(
            "end of the title of the dependencies to the irq-unsafe lock", "and [\\w-]+-irq-unsafe lock:", "and ");

    private static final List<LineType<?>> FOLLOWING =
            TypeLists.joined(LockClassHeader.TYPES, List.of(BadPathLine.TYPE));
    private static final List<LineType<?>> SECOND_FOLLOWING = TypeLists.joined(List.of(SECOND_TITLE_END), FOLLOWING);
    private final boolean second;

    private DependenciesPiece(boolean second) {
        super(
                second ? "dependencies to the irq-unsafe lock" : "dependencies between the locks",
                List.of(second ? SECOND_TITLE : FIRST_TITLE),
                second ? SECOND_FOLLOWING : FOLLOWING);
        this.second = second;
    }

    public static DependenciesPiece first() {
        return new DependenciesPiece(false);
    }

    public static DependenciesPiece second() {
        return new DependenciesPiece(true);
    }

    @Override
    public boolean mayFollow(TypedLine last, TypedLine next) {
        return LockClassHeader.mayFollow(last, next);
    }

    @Override
    public void read(Cursor lines, ReportBuilder builder) {
        var title = readTitle(lines);
        var entries = new ArrayList<Dependencies.Entry>();
        while (!lines.atEnd() && !lines.isAt(BadPathLine.TYPE)) {
            var entry = LockClassHeader.read(lines);
            if (entry == null) {
                lines.skip();
            } else {
                entries.add(entry);
            }
        }
        builder.dependencies.add(new Dependencies(title, deepened(entries)));
        BadPathLine.read(lines, builder);
    }

    /** Reads the title, without its colon; it may be cut. */
    private static String readTitle(Cursor lines) {
        var title = lines.text();
        if (lines.line().isCut()) {
            lines.skip();
        } else {
            lines.next();
        }
        if (lines.isAt(SECOND_TITLE_END)) {
            title += " " + lines.next();
        }
        return title.endsWith(":") ? title.substring(0, title.length() - 1) : title;
    }

    /** Sets the depths, which count down to 0 at the last lock. They are not read, because the indentation may be lost. */
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
                write(block, KernelFormat.of(report), out);
            }
        }
        if (!blocks.isEmpty() && isSecond(blocks.get(blocks.size() - 1)) == second) {
            BadPathLine.write(report, false, out);
        }
    }

    private static boolean isSecond(Dependencies block) {
        return block.title().startsWith("the dependencies between the lock to be acquired");
    }

    private static void write(Dependencies block, KernelFormat format, KernelText out) {
        var and = isSecond(block) && !format.gluesLines() ? block.title().indexOf(" and ") : -1;
        out.blank().line(and < 0 ? block.title() + ":" : block.title().substring(0, and));
        if (and >= 0) {
            out.line(block.title().substring(and) + ":");
        }
        block.locks().forEach(entry -> LockClassHeader.write(entry, out));
    }
}
