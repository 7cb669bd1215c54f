package org.unsplat.cli;

import picocli.CommandLine.IVersionProvider;

/** Our own version, put in by the build: to read it out of a jar takes longer than to parse the command line. */
final class Version implements IVersionProvider {

    private static final String NUMBER = "${project.version}";

    static String number() {
        return NUMBER;
    }

    @Override
    public String[] getVersion() {
        // Which Java runs it is the first question when it is slow or does not start
        return new String[] {
            "unsplat " + NUMBER, "Java " + System.getProperty("java.version") + ", " + System.getProperty("java.home")
        };
    }
}
