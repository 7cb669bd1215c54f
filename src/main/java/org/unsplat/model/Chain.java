package org.unsplat.model;

import java.util.List;

/** "the existing dependency chain (in reverse order) is:". In JSON it is the list of links itself. */
public record Chain(List<Link> links) {

    /** {@code -> #2 (rtnl_mutex){+.+.}-{3:3}:} and the stack that took the lock. */
    public record Link(int index, Lock lock, List<StackFrame> stack) {}
}
