package org.unsplat.grammar.lock;

import java.util.List;
import java.util.regex.Matcher;
import org.unsplat.classify.ContextType;
import org.unsplat.classify.LineType;
import org.unsplat.classify.PatternType;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.BannerPiece;
import org.unsplat.grammar.HeadlinePiece;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.SystemLines;
import org.unsplat.grammar.stack.FrameLine;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.input.bytes.Regex;
import org.unsplat.model.Report;

/**
 * The two chains of locks whose keys collided ({@code print_collision}). They are kept as printed, because from 4.17 on a
 * chain key and the address of its lock are printed without a separator.
 * <pre>
 * insmod/44:
 * Hash chain already cached but the contents don't match!
 * Held locks:
 * depth: 2 (irq_context 0)
 *  hlock_id:27 -&gt; chain_key:0a1b2c3d4e5f6071 (lkt_ma){+.+.}-{4:4}, at: lkt_m_ab+0x1/0x2
 * Locks in cached chain:
 * depth: 2
 * </pre>
 */
public final class CollisionPiece extends Piece {

    private static final String ALREADY = "Hash chain already cached but the contents don't match!";
    private static final Regex PLACE_CUT = new Regex("(?d).*\\)\\{.*,(?: at:(?: \\[<[0-9a-f]*>?\\]?)?)?");
    private static final Regex TASK_NAME = new Regex("(?d)\\S.*/\\d+:");
    private static final Regex BEHIND_TASK = new Regex("(?d)\\S.*/\\d+: ");
    /** {@code insmod/44:}, which may be anything. The kernel prints the next sentence on the same line or on the next. */
    static final LineType<String> TASK = new ContextType<>("task that saw two chains collide") {
        @Override
        public String read(String text) {
            return text.endsWith(":") && TASK_NAME.matches(text) ? text : null;
        }

        @Override
        public boolean follows(TypedLine last, TypedLine next) {
            return last.is(BannerPiece.DASHES) || last.is(SystemLines.IDENT);
        }
    };

    static final LineType<String> HASH = new LineType<>("sentence about chains that collided", List.of()) {
        @Override
        public String read(String text) {
            return text.endsWith(ALREADY) && isBehindTask(text, text.length() - ALREADY.length()) ? text : null;
        }

        @Override
        public boolean isCut(String text) {
            var hash = text.indexOf("Hash chain");
            return hash >= 0 && isBehindTask(text, hash) && ALREADY.startsWith(text.substring(hash));
        }
    };

    static final LineType<String> CHAIN_TITLE =
            LineType.words("title of a chain of locks", "Held locks:", "Locks in cached chain:");
    static final LineType<String> DEPTH = new LineType<>("depth of a chain of locks", List.of("depth: ")) {
        private static final Regex DEPTH_OF_CHAIN = new Regex("depth: \\d+(?: \\(irq_context \\d+\\))?");

        @Override
        public String read(String text) {
            return DEPTH_OF_CHAIN.matches(text) ? text : null;
        }

        @Override
        public boolean mayBecome(LineType<?> other) {
            return other == HeadlinePiece.DEPTH;
        }

        @Override
        public boolean isDistinctive(String text) {
            return false;
        }
    };

    static final LineType<Matcher> KEY =
            new PatternType(
                    "key of a chain of locks",
                    List.of("class_idx:", "hlock_id:"),
                    "(?d)(?:class_idx|hlock_id):\\d+ -> chain_key:[0-9a-f]+.*") {
                /** The lock follows, which the kernel may print as a record of its own. */
                @Override
                public boolean isDoubtful(String text, Matcher match) {
                    return !text.contains("){") || PLACE_CUT.matches(text);
                }

                @Override
                public boolean endsWith(LineType<?> other) {
                    return other == LockLine.TYPE || other == FrameLine.TYPE;
                }
            };

    public CollisionPiece() {
        super(
                "chains that collided",
                List.of(TASK, HASH, CHAIN_TITLE, KEY),
                List.of(TASK, HASH, CHAIN_TITLE, DEPTH, KEY));
    }

    private static boolean isBehindTask(String text, int start) {
        return start == 0 || BEHIND_TASK.matches(text.substring(0, start));
    }

    @Override
    public boolean mayFollow(TypedLine last, TypedLine next) {
        return next.type() != DEPTH || last.type() == CHAIN_TITLE;
    }

    @Override
    public void read(Cursor lines, ReportBuilder builder) {
        while (!lines.atEnd()) {
            if (lines.line().isCut()) {
                lines.skip();
            } else {
                builder.notes.add(lines.next());
            }
        }
    }

    @Override
    public void write(Report report, KernelText out) {
        report.lockdep().notes().forEach(note -> out.line(note.contains("chain_key:") ? 1 : 0, note));
    }
}
