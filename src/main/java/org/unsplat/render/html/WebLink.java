package org.unsplat.render.html;

import java.util.regex.Pattern;
import org.unsplat.render.PercentEncoding;

/** Which addresses become links: those of the web alone, whatever a log calls one. */
final class WebLink {

    /**
     * Scheme, host, port and the rest of an address in the characters of RFC 3986; the name of a user, behind which another
     * host could hide, is not among them.
     */
    private static final Pattern ADDRESS = Pattern.compile(
            "https?://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\\d{1,5})?"
                    + "(?:[/?#][a-z0-9._~:/?#@!$&'()*+,;=%\\[\\]-]*)?",
            Pattern.CASE_INSENSITIVE);

    private WebLink() {}

    /** The address, null where it is none of the scheme http or https with a host. */
    static String of(String text) {
        return text != null && ADDRESS.matcher(text).matches() ? text : null;
    }

    /** The address of something below another one, whatever characters its name has. */
    static String ofPart(String before, String name) {
        return of(before + PercentEncoding.of(name).replace("/", "%2F"));
    }
}
