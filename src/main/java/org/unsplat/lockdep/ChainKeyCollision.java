package org.unsplat.lockdep;

import org.unsplat.grammar.BacktracePiece;
import org.unsplat.grammar.CollisionLines;

/** Two chains of locks with one hash ({@code print_collision}), with CONFIG_DEBUG_LOCKDEP; one of lockdep's own warnings. */
final class ChainKeyCollision extends LockdepKind {

    ChainKeyCollision() {
        super("internal", "WARNING: chain_key collision");
        var chains = new CollisionLines();
        var trace = BacktracePiece.titled();
        prints(chains, trace);
        always(chains, trace);
    }

    /** 4.9 leaves out the blank after the bracket. */
    @Override
    public boolean isHead(String line) {
        return super.isHead(line) || line.startsWith("[chain_key collision");
    }
}
