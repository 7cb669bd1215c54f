package org.unsplat.render.html;

import java.io.OutputStream;
import org.unsplat.render.ci.CheckFormat;
import org.unsplat.triage.CheckResult;

/** The page as a format of {@code check}. */
public final class CheckPage implements CheckFormat {

    public static final String HELP = "Write one page of HTML with all bugs, for people";

    private final HtmlPage page;

    public CheckPage(HtmlPage page) {
        this.page = page;
    }

    @Override
    public String name() {
        return "html";
    }

    @Override
    public String help() {
        return HELP + ".";
    }

    @Override
    public void write(CheckResult result, String version, OutputStream out) {
        page.write(new PageContent(result, true), version, out);
    }
}
