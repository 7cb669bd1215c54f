package org.unsplat.input.mail;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.Map;
import org.unsplat.input.bytes.LineDecoder;

/** Decodes text in mail headers that is not ASCII (RFC 2047): {@code =?UTF-8?Q?caf=C3=A9_au_lait?=}. */
final class EncodedWords {

    private EncodedWords() {}

    static String decode(String header) {
        var out = new StringBuilder();
        var from = 0;
        for (var at = header.indexOf("=?"); at >= 0; at = header.indexOf("=?", Math.max(from, at + 2))) {
            var encoding = header.indexOf('?', at + 2);
            var text = encoding < 0 ? -1 : header.indexOf('?', encoding + 1);
            var end = text < 0 ? -1 : header.indexOf("?=", text + 1);
            if (end < 0) {
                break;
            }
            var before = header.substring(from, at);
            // Blanks between two encoded words do not belong to the text
            out.append(from > 0 && before.isBlank() ? "" : before);
            out.append(word(
                    header.substring(at + 2, encoding),
                    header.substring(encoding + 1, text),
                    header.substring(text + 1, end)));
            from = end + 2;
        }
        return out.append(header.substring(from)).toString();
    }

    private static String word(String charset, String encoding, String text) {
        var type = new ContentType("text/plain", Map.of("charset", charset));
        if (encoding.equalsIgnoreCase("b")) {
            return base64(text, type);
        }
        var bytes = new ByteArrayOutputStream();
        QuotedPrintable.decode(text.replace('_', ' '), bytes);
        return LineDecoder.decode(bytes.toByteArray(), type.charset());
    }

    private static String base64(String text, ContentType type) {
        try {
            return LineDecoder.decode(Base64.getMimeDecoder().decode(text), type.charset());
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
