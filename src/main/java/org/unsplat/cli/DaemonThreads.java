package org.unsplat.cli;

import java.util.concurrent.ThreadFactory;

/** Threads that do not keep Java from ending. */
final class DaemonThreads {

    private DaemonThreads() {}

    /** @param name what all of them are called */
    static ThreadFactory named(String name) {
        return work -> {
            var thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
