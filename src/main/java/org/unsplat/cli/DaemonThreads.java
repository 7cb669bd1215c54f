package org.unsplat.cli;

import java.util.concurrent.ThreadFactory;

/** Makes threads that do not keep Java running. */
final class DaemonThreads {

    private DaemonThreads() {}

    /** @param name the name of all threads */
    static ThreadFactory named(String name) {
        return work -> {
            var thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
