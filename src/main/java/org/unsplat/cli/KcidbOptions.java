package org.unsplat.cli;

import java.nio.file.Path;
import org.unsplat.render.ci.KcidbReport;
import org.unsplat.render.clean.KernelTextWriter;
import org.unsplat.scan.Kinds;
import picocli.CommandLine.Model.OptionSpec;

/** The options for KCIDB's format, which needs names that no log contains. */
final class KcidbOptions {

    private static final String ORIGIN = "[a-z0-9_]+";

    private final Command command;
    private final OptionSpec file;
    private final OptionSpec origin;
    private final OptionSpec test;
    private final OptionSpec build;

    KcidbOptions(Command command) {
        this.command = command;
        file = command.option("--kcidb", "FILE", Path.class, KcidbReport.HELP + ".");
        origin = command.option("--origin", "ORIGIN", String.class, "For --kcidb: the name of the CI system.");
        test = command.option("--test-id", "ID", String.class, "For --kcidb: the test that printed the log.");
        build = command.option("--build-id", "ID", String.class, "For --kcidb: the build that printed the log.");
    }

    /** The file, null if the format was not asked for. */
    Path file() {
        return file.getValue();
    }

    /** The format; a usage error if a name is missing or invalid for KCIDB. */
    KcidbReport format() {
        String ci = origin.getValue();
        String testId = test.getValue();
        String buildId = build.getValue();
        if (ci == null || (testId == null) == (buildId == null)) {
            throw command.usageError("--kcidb: also give --origin, and either --test-id or --build-id");
        }
        if (!ci.matches(ORIGIN)) {
            throw command.usageError("--origin: expected small letters, digits and _, found '" + ci + "'");
        }
        var id = testId == null ? buildId : testId;
        if (!id.matches(ORIGIN + ":\\P{Cntrl}*")) {
            throw command.usageError((testId == null ? "--build-id" : "--test-id") + ": expected an id such as " + ci
                    + ":1234, found '" + id + "'");
        }
        return new KcidbReport(
                ci, testId == null ? "build_id" : "test_id", id, new KernelTextWriter(Kinds.all())::lines);
    }
}
