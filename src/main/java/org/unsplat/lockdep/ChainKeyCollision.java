package org.unsplat.lockdep;

import java.util.List;
import org.unsplat.grammar.lock.CollisionPiece;
import org.unsplat.grammar.oops.BacktracePiece;
import org.unsplat.model.Kind;
import org.unsplat.model.Report;

/**
 * Two chains of locks with the same key ({@code print_collision}, with CONFIG_DEBUG_LOCKDEP); lockdep warns about itself.
 */
final class ChainKeyCollision extends LockdepKind {

    ChainKeyCollision() {
        super(Kind.INTERNAL, "WARNING: chain_key collision");
    }

    @Override
    Outline makeOutline() {
        return prints(new CollisionPiece(), BacktracePiece.titled());
    }

    @Override
    public List<String> starts() {
        return List.of("WARNING: chain_key", "[chain_key");
    }

    @Override
    public boolean isHead(String line) {
        return isCollision(line);
    }

    /** 4.9 prints no blank after the bracket. */
    static boolean isCollision(String headline) {
        return headline.startsWith("WARNING: chain_key collision") || headline.startsWith("[chain_key collision");
    }

    @Override
    public boolean isOf(Report report) {
        return super.isOf(report) && isCollision(report.headline());
    }
}
