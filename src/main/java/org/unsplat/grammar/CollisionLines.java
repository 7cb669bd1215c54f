package org.unsplat.grammar;

import org.unsplat.model.Report;

/**
 * The two chains of locks that collided, kept as printed: from 4.17 on a chain key and the address of its lock run
 * together.
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
public final class CollisionLines implements Piece {

    private static final Regex LINE = new Regex("(?d)\\S.*/\\d+:(?: Hash chain already.*)?"
            + "|Hash chain already cached but the contents don't match!|Held locks:|Locks in cached chain:"
            + "|depth: \\d+(?: \\(irq_context \\d+\\))?|(?:class_idx|hlock_id):\\d+ -> chain_key:[0-9a-f]+.*");

    @Override
    public String name() {
        return "chains that collided";
    }

    @Override
    public boolean starts(String line) {
        return LINE.matches(line);
    }

    @Override
    public boolean continues(String line) {
        return starts(line);
    }

    @Override
    public void read(Cursor lines, Draft draft) {
        while (LINE.matches(lines.peek())) {
            draft.notes.add(lines.next());
        }
    }

    @Override
    public void write(Report report, KernelText out) {
        report.lockdep().notes().forEach(note -> out.line(note.contains("chain_key:") ? 1 : 0, note));
    }
}
