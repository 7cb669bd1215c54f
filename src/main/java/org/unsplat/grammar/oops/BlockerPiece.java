package org.unsplat.grammar.oops;

import java.util.List;
import org.unsplat.classify.LineType;
import org.unsplat.classify.Regex;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.KernelText;
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
public final class BlockerPiece extends Piece {

    private static final String TASK = "INFO: task ";
    private static final String BLOCKED = " blocked on a";
    private static final Regex PID = new Regex(":\\d{1,10}(?: <(?:reader|writer)>)?\\.?");
    static final LineType<String> LINE = new LineType<>("line about whom a task waits for", List.of(TASK)) {
        @Override
        public String read(String text) {
            return matches(text) && isEnded(text.substring(text.indexOf(BLOCKED))) ? text : null;
        }

        @Override
        public boolean isCut(String text) {
            return matches(text);
        }

        @Override
        public boolean goesOn(String text, String tail) {
            return tail.equals("<reader>") || tail.equals("<writer>");
        }
    };

    public BlockerPiece() {
        super("line that says whom the task waits for", List.of(LINE));
    }

    /** Whether the text is such a line, or the beginning of one. */
    static boolean matches(String line) {
        return line.startsWith(TASK) && line.contains(BLOCKED);
    }

    private static boolean isEnded(String text) {
        var colon = text.lastIndexOf(':');
        return text.endsWith(" is not found.") || colon > 0 && PID.matches(text.substring(colon));
    }

    @Override
    public boolean repeats() {
        return true;
    }

    @Override
    public void read(Cursor lines, ReportBuilder builder) {
        var line = lines.accept(LINE);
        if (line != null) {
            builder.notes.add(line);
        }
    }

    @Override
    public void write(Report report, KernelText out) {
        report.lockdep().notes().stream().filter(BlockerPiece::matches).forEach(out::line);
    }
}
