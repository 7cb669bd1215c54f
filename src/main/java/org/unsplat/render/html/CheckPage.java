package org.unsplat.render.html;

import java.io.OutputStream;
import org.unsplat.render.ci.CheckFormat;
import org.unsplat.triage.CheckResult;

/** The page as a format of {@code check}. */
public final class CheckPage extends CheckFormat {

    public static final String HELP = "Write one page of HTML with all bugs, for people";

    private final HtmlPage page;
    private final PageContent.Purpose purpose;

    /** @param hasBaseline whether the check compares with one */
    public CheckPage(HtmlPage page, boolean hasBaseline) {
        super("html", HELP + ".");
        this.page = page;
        this.purpose = hasBaseline ? PageContent.Purpose.COMPARE : PageContent.Purpose.CHECK;
    }

    @Override
    public void write(CheckResult result, String version, OutputStream out) {
        page.write(new PageContent(result, purpose), version, out);
    }
}
