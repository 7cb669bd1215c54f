package org.unsplat.cli;

import java.util.concurrent.ThreadFactory;

/**
 * Makes threads that do not keep Java running.
 *
 * @param name the name of all threads
 */
record DaemonThreads(String name) implements ThreadFactory {

    @Override
    public Thread newThread(Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
