package org.unsplat.render.ci;

import java.io.OutputStream;
import java.util.List;
import org.unsplat.triage.CheckResult;

/**
 * A format in which {@code check} reports its result to a CI. Each format names the new bugs and nothing else, and none looks
 * clean if the scan failed. A new format is one file and one line in {@link #ALL}.
 */
public abstract class CheckFormat {

    /**
     * The formats that need no option but their own, in the order of the help. The two that need more are made from their
     * options in {@code cli}: KCIDB's by {@code KcidbOptions}, the page by {@code HtmlOptions}. Both also list known bugs.
     */
    public static final List<CheckFormat> ALL = List.of(
            new GithubAnnotations(),
            new SarifLog(),
            new JUnitXml(),
            new GitlabQuality(),
            new MarkdownSummary(),
            new CheckLines());

    private final String name;
    private final String help;

    /**
     * @param name the option that selects it, without dashes: {@code sarif}
     * @param help a sentence for the help
     */
    protected CheckFormat(String name, String help) {
        this.name = name;
        this.help = help;
    }

    public final String name() {
        return name;
    }

    public final String help() {
        return help;
    }

    /** Whether it is written to stdout, where the CI looks for it; else to a file of its own. */
    public boolean isPrinted() {
        return false;
    }

    /** Writes the result as UTF-8; {@code version} is that of this program. The stream stays open. */
    public abstract void write(CheckResult result, String version, OutputStream out);
}
