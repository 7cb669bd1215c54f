package org.unsplat.render.ci;

import java.io.OutputStream;
import java.util.List;
import org.unsplat.triage.CheckResult;

/**
 * A form in which {@code check} tells its result to a CI. Each names what is new and nothing else of the reports, and
 * none looks clean where the scan failed. A new form is one file and a line in {@link #ALL}.
 */
public interface CheckFormat {

    /** Every form, in the order of the help. */
    List<CheckFormat> ALL = List.of(
            new GithubAnnotations(),
            new SarifLog(),
            new JUnitXml(),
            new GitlabQuality(),
            new MarkdownSummary(),
            new CheckLines());

    /** The option that asks for it, without dashes: {@code sarif}. */
    String name();

    /** A sentence for the help. */
    String help();

    /** Whether it goes to stdout, for the CI to find there; else to a file of its own. */
    default boolean isPrinted() {
        return false;
    }

    /** Writes the result as UTF-8; {@code version} is our own. The stream stays open. */
    void write(CheckResult result, String version, OutputStream out);
}
