package org.unsplat.render.html;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import org.unsplat.render.SafeText;

/**
 * The output of templates. Values are made safe to show here, in one place, before they are escaped for their context, so that
 * no name can reverse the text direction.
 */
final class PageOutput extends OwaspHtmlTemplateOutput {

    PageOutput(TemplateOutput output) {
        super(output);
    }

    @Override
    public void writeUserContent(String text) {
        super.writeUserContent(text == null ? null : safe(text));
    }

    /** The safe text, with line ends and tabs kept. */
    private static String safe(String text) {
        var safe = SafeText.of(text);
        if (safe.length() == text.length()) {
            return safe;
        }
        var kept = new StringBuilder();
        var start = 0;
        for (var at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            if (c == '\n' || c == '\t') {
                kept.append(SafeText.of(text.substring(start, at))).append(c);
                start = at + 1;
            }
        }
        return kept.append(SafeText.of(text.substring(start))).toString();
    }
}
