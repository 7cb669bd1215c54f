package org.unsplat.render.html;

import java.util.regex.Pattern;
import org.unsplat.render.PercentEncoding;

/** Decides which addresses become links: only web addresses, whatever a log calls an address. */
final class WebLink {

    /**
     * Scheme, host, port and path of an address in the characters of RFC 3986. A user name is not accepted, because it could hide
     * the real host.
     */
    private static final Pattern ADDRESS = Pattern.compile(
            "https?://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\\d{1,5})?"
                    + "(?:[/?#][a-z0-9._~:/?#@!$&'()*+,;=%\\[\\]-]*)?",
            Pattern.CASE_INSENSITIVE);

    private WebLink() {}

    /** The address; null unless its scheme is http or https and it has a host. */
    static String of(String text) {
        return text != null && ADDRESS.matcher(text).matches() ? text : null;
    }

    /** The address of {@code name} below another address; special characters are encoded. */
    static String ofPart(String before, String name) {
        return of(before + PercentEncoding.of(name).replace("/", "%2F"));
    }
}
