package org.unsplat.input.mail;

/**
 * The address of the mailing list that a mail came through.
 *
 * <pre>{@code
 * List-Post: <mailto:linux-arm-kernel@lists.infradead.org>
 * X-Mailing-List: linux-kernel@vger.kernel.org
 * List-Id: Linux on Arm <linux-arm-kernel.lists.infradead.org>
 * }</pre>
 *
 * <p>A List-Id is the name of a list. It is the address with a dot in place of the at sign.
 */
final class ListAddress {

    private static final String MAILTO = "mailto:";

    private ListAddress() {}

    /** The address; null if the headers name no list. */
    static String of(HeaderBlock headers) {
        var post = headers.get("list-post", "");
        var mailto = post.indexOf(MAILTO);
        if (mailto >= 0) {
            return address(post.substring(mailto + MAILTO.length()));
        }
        var listed = address(bracketed(headers.get("x-mailing-list", "")));
        return listed != null ? listed : ofId(bracketed(headers.get("list-id", "")));
    }

    private static String bracketed(String header) {
        return header.substring(header.lastIndexOf('<') + 1);
    }

    /** The text before the end of a link or bracket; null if it is no address. */
    private static String address(String text) {
        var end = 0;
        while (end < text.length() && " \t>,?;".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        var at = text.indexOf('@');
        return at > 0 && at < end - 1 ? text.substring(0, end) : null;
    }

    private static String ofId(String id) {
        var dot = id.indexOf('.');
        var isName = dot > 0 && id.indexOf('.', dot + 1) > 0 && id.endsWith(">");
        return isName ? address(id.substring(0, dot) + "@" + id.substring(dot + 1)) : null;
    }
}
