package org.unsplat.grammar;

import org.unsplat.model.Report;

/**
 * Whom a hung task waits for, 6.19 and later, after its stack ({@code debug_show_blocker}).
 * <pre>
 * INFO: task lkt_a:1 is blocked on a mutex likely owned by task lkt_b:2.
 * INFO: task lkt_a:1 blocked on a semaphore likely last held by task lkt_b:2
 * INFO: task lkt_a:1 &lt;writer&gt; blocked on an rw-semaphore likely owned by task lkt_b:2 &lt;reader&gt;
 * INFO: task lkt_a:1 is blocked on a semaphore, but the last holder is not found.
 * </pre>
 */
public final class BlockerLine implements Piece {

    @Override
    public String name() {
        return "line that says whom the task waits for";
    }

    @Override
    public boolean starts(String line) {
        return matches(line);
    }

    static boolean matches(String line) {
        return line.startsWith("INFO: task ") && line.contains(" blocked on a");
    }

    @Override
    public boolean repeats() {
        return true;
    }

    @Override
    public void read(Cursor lines, Draft draft) {
        draft.notes.add(lines.next());
    }

    @Override
    public void write(Report report, KernelText out) {
        report.lockdep().notes().stream().filter(BlockerLine::matches).forEach(out::line);
    }
}
