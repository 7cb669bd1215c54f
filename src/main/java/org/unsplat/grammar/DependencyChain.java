package org.unsplat.grammar;

import java.util.ArrayList;
import org.unsplat.model.Chain;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/**
 * The chain that the new lock would close, one stack for each edge ({@code print_circular_bug_entry}).
 * <pre>
 * the existing dependency chain (in reverse order) is:
 *
 * -&gt; #1 (lkt_mb){+.+.}-{4:4}:
 *        __mutex_lock+0xb0/0x928
 *
 * chain = title { "-&gt; #" index " " lock ":" stored trace }
 * </pre>
 * The index counts down to 0, the lock that is wanted now.
 */
public final class DependencyChain implements Piece {

    private static final String TITLE = "the existing dependency chain (in reverse order) is:";
    private static final Regex LINK = new Regex("(?d)-> #(\\d{1,9}) ?(\\(.*\\S)\\s*:");

    @Override
    public String name() {
        return "dependency chain";
    }

    @Override
    public boolean starts(String line) {
        return line.startsWith("the existing dependency chain") || line.startsWith("-> #");
    }

    @Override
    public boolean continues(String line) {
        return line.startsWith("-> #") || StackTrace.isStoredLine(line);
    }

    @Override
    public boolean holdsStacks() {
        return true;
    }

    @Override
    public boolean isWhole(String line) {
        return line.startsWith("the ")
                ? line.equals(TITLE)
                : line.startsWith("->") ? LINK.matches(line) : continues(line);
    }

    @Override
    public void read(Cursor lines, Draft draft) {
        var first = lines.number();
        lines.take(TITLE);
        var links = new ArrayList<Chain.Link>();
        for (var match = lines.take(LINK); match != null; match = lines.take(LINK)) {
            var lock = LockLine.parse(match.group(2));
            if (lock == null) {
                lock = LockLine.named(match.group(2));
            }
            links.add(new Chain.Link(Hex.number(match.group(1)), lock, StackTrace.readStored(lines)));
        }
        draft.chain = links;
        if (links.isEmpty()
                || links.get(links.size() - 1).index() != 0
                || links.get(0).index() != links.size() - 1) {
            draft.problem(
                    Problem.Code.MISSING_PART,
                    first,
                    "expected a dependency chain down to -> #0, found "
                            + (links.isEmpty()
                                    ? "none"
                                    : links.size() + " links to #"
                                            + links.get(links.size() - 1).index()));
        }
    }

    @Override
    public void write(Report report, KernelText out) {
        var chain = report.lockdep().chain();
        if (chain == null) {
            return;
        }
        out.blank().line(TITLE);
        for (var link : chain.links()) {
            out.blank().line("-> #" + link.index() + LockLine.text(link.lock()) + ":");
            StackTrace.writeStored(link.stack(), 7, out);
        }
    }
}
