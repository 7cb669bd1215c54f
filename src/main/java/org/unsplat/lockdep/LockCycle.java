package org.unsplat.lockdep;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.model.Backtrace;
import org.unsplat.model.Chain;
import org.unsplat.model.Lock;
import org.unsplat.model.OrderEdge;

/** The edges of the cycle of a circular dependency. A chain with a missing link gives none. */
final class LockCycle {

    /** The largest number of edges in a sentence, the one that closes the cycle included. */
    private static final int NAMED = 5;

    private LockCycle() {}

    /** All edges, the one that closes the cycle last; empty if a link is missing. */
    static List<OrderEdge> of(ReportBuilder builder) {
        if (!isWhole(builder)) {
            return List.of();
        }
        var order = edges(builder.chain, builder.acquiring, builder.backtrace);
        return order.size() == builder.chain.size() ? order : List.of();
    }

    /**
     * The edges of a complete chain.
     *
     * @param backtrace of the task that closes the cycle, null if unknown
     */
    static List<OrderEdge> edges(List<Chain.Link> links, Lock acquiring, Backtrace backtrace) {
        var order = new ArrayList<OrderEdge>();
        var frames = Backtrace.frames(backtrace);
        for (var edge : LockOrder.ofChain(links, acquiring, frames)) {
            var site = edge.site();
            order.add(new OrderEdge(edge.from(), edge.to(), site == null ? null : site.function(), site));
        }
        return List.copyOf(order);
    }

    /** Whether no link is missing. A crosslock of 4.14 is not held, and its chain has the opposite order. */
    private static boolean isWhole(ReportBuilder builder) {
        var links = builder.chain;
        if (links == null
                || links.size() < 2
                || builder.scenario != null && builder.scenario.title().endsWith("crosslock")) {
            return false;
        }
        var last = links.size() - 1;
        for (var i = 0; i <= last; i++) {
            if (links.get(i).index() != last - i) {
                return false;
            }
        }
        return isSame(links.get(last), builder.acquiring)
                && (builder.holding.isEmpty() || isSame(links.get(0), builder.holding.get(0)));
    }

    private static boolean isSame(Chain.Link link, Lock lock) {
        return lock == null || lock.isOfClass(link.lock().name());
    }

    /** The edges before the one that closes the cycle, and the number of those left out, as a phrase. */
    static String words(List<OrderEdge> order) {
        var edges = new ArrayList<String>();
        var seen = order.size() - 1;
        var named = Math.min(seen, NAMED - 1);
        for (var edge : order.subList(0, named)) {
            edges.add(words(edge));
        }
        if (named < seen) {
            edges.add((seen - named) + (seen - named == 1 ? " more edge" : " more edges"));
        }
        return Explanations.list(edges);
    }

    private static String words(OrderEdge edge) {
        return (edge.by() == null
                        ? edge.taken() + " was taken"
                        : Explanations.place(edge.at()) + " took " + edge.taken())
                + " while " + edge.held() + " was held";
    }
}
