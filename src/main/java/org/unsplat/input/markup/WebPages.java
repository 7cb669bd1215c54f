package org.unsplat.input.markup;

import java.util.Locale;
import org.unsplat.input.layer.Layer;
import org.unsplat.input.layer.PartialLine;

/**
 * Reads pages saved from a browser, as an input or as the plain text of a mail: text that begins with {@code <!DOCTYPE html>}
 * or {@code <html>} is read as HTML to its end.
 */
public final class WebPages extends Layer {

    private static final String[] STARTS = {"<!doctype html", "<html", "<head>", "<body", "<?xml "};

    private HtmlText page;
    private boolean atStart = true;
    private boolean seen;
    private int message = -1;

    public WebPages(Layer next) {
        super(next);
    }

    @Override
    public void take(PartialLine line) {
        if (line.message() != message) {
            message = line.message();
            page = null;
            atStart = true;
        }
        if (atStart && !line.text().isBlank()) {
            atStart = false;
            if (begins(line.text())) {
                page = new HtmlText(next);
                seen = true;
            }
        }
        if (page == null) {
            next.take(line);
            return;
        }
        page.take(line);
        if (line.text().toLowerCase(Locale.ROOT).contains("</html>")) {
            page = null;
            atStart = true;
        }
    }

    private static boolean begins(String text) {
        var start = text.strip().toLowerCase(Locale.ROOT);
        for (var each : STARTS) {
            if (start.startsWith(each)) {
                return true;
            }
        }
        return false;
    }

    /** Whether there was a page. In a page, tags may split the words that the prefilter looks for. */
    public boolean isSeen() {
        return seen;
    }

    @Override
    public boolean isTransparent() {
        return page == null && !atStart && next.isTransparent();
    }
}
