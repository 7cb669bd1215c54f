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
        return new String[] {"unsplat " + NUMBER};
    }
}
