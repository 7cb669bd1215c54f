package org.unsplat.grammar.lock;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.classify.LineType;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.stack.FrameLine;
import org.unsplat.grammar.stack.StackTrace;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.grammar.text.Numbers;
import org.unsplat.grammar.text.TypeLists;
import org.unsplat.input.bytes.Regex;
import org.unsplat.model.Chain;
import org.unsplat.model.Lock;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/**
 * The dependency chain that the new lock would close, with one stack for each edge ({@code print_circular_bug_entry}).
 * <pre>
 * the existing dependency chain (in reverse order) is:
 *
 * -&gt; #1 (lkt_mb){+.+.}-{4:4}:
 *        __mutex_lock+0xb0/0x928
 *
 * chain = title { "-&gt; #" index " " lock ":" stored trace }
 * </pre>
 * The index counts down to 0, the lock that is being requested.
 */
public final class ChainPiece extends Piece {

    private static final String EXISTING = "the existing dependency chain (in reverse order) is:";
    private static final String ARROW = "-> #";
    private static final Regex START = new Regex("-> #(\\d{1,9}) ?");
    private static final Regex CUT = new Regex("(?d)-> #(?:\\d{0,9}|\\d{1,9} ?\\(.*)");
    static final LineType<String> TITLE = LineType.words("title of the dependency chain", EXISTING);
    /** The index and the lock. People may cut the end of the lock, but not the colon. */
    public static final LineType<Head> LINK = new LineType<>("link of the dependency chain", List.of(ARROW)) {
        @Override
        public Head read(String text) {
            var start = START.matcher(text);
            if (!text.endsWith(":") || !start.lookingAt()) {
                return null;
            }
            var lock = ClassForm.read(
                    text.substring(start.end(), text.length() - 1).stripTrailing());
            return lock == null ? null : new Head(Numbers.parseInt(start.group(1)), lock);
        }

        /** Accepts any text after the index and a parenthesis, because no other line begins like this. */
        @Override
        public boolean isCut(String text) {
            return CUT.matches(text);
        }

        @Override
        public boolean endsWith(LineType<?> other) {
            return other == LockLine.TYPE;
        }
    };

    private static final List<LineType<?>> FOLLOWING = TypeLists.joined(List.of(LINK), StackTrace.STORED);

    /** The line above the stack of a link. */
    public record Head(int index, Lock lock) {}

    public ChainPiece() {
        super("dependency chain", List.of(TITLE, LINK), FOLLOWING);
    }

    @Override
    public void read(Cursor lines, ReportBuilder builder) {
        var first = lines.number();
        lines.accept(TITLE);
        if (lines.isAt(FrameLine.TYPE)) {
            builder.problem(
                    Problem.Code.MISSING_PART, lines.number(), "expected -> # and a lock above a stack, found none");
        }
        var links = new ArrayList<Chain.Link>();
        while (!lines.atEnd()) {
            var head = lines.accept(LINK);
            head = head == null ? readCut(lines, builder) : head;
            if (head != null) {
                links.add(new Chain.Link(head.index(), head.lock(), StackTrace.readStored(lines)));
            }
        }
        builder.chain = links;
        checkIndexes(links, first, builder);
    }

    private static void checkIndexes(List<Chain.Link> links, int first, ReportBuilder builder) {
        if (links.isEmpty()
                || links.get(links.size() - 1).index() != 0
                || links.get(0).index() != links.size() - 1) {
            builder.problem(
                    Problem.Code.MISSING_PART,
                    first,
                    "expected a dependency chain down to -> #0, found "
                            + (links.isEmpty()
                                    ? "none"
                                    : links.size() + " links to #"
                                            + links.get(links.size() - 1).index()));
        }
    }

    /** Skips the line. If it is a cut link whose class is complete, returns the link; else null. */
    private static Head readCut(Cursor lines, ReportBuilder builder) {
        var start = lines.line().type() == LINK ? START.matcher(lines.text()) : null;
        var lock = start != null && start.lookingAt()
                ? ClassForm.readCut(lines.text().substring(start.end()))
                : null;
        var line = lines.number();
        lines.skip();
        if (lock == null) {
            return null;
        }
        var index = Numbers.parseInt(start.group(1));
        builder.problem(
                Problem.Code.MISSING_PART,
                line,
                "expected the usage of the lock and a colon at the end of -> #" + index + ", found a part of it");
        return new Head(index, lock);
    }

    @Override
    public void write(Report report, KernelText out) {
        var chain = report.lockdep().chain();
        if (chain == null) {
            return;
        }
        out.blank().line(EXISTING);
        for (var link : chain.links()) {
            out.blank().line("-> #" + link.index() + LockLine.text(link.lock()) + ":");
            StackTrace.writeStored(link.stack(), 7, out);
        }
    }
}
