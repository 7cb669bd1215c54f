package org.unsplat.input.mail;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.Map;
import org.unsplat.input.bytes.LineDecoder;

/** Decodes text in mail headers that is not ASCII (RFC 2047): {@code =?UTF-8?Q?caf=C3=A9_au_lait?=}. */
final class EncodedWords {

    private final StringBuilder out = new StringBuilder();

    /** What neighbours of one charset say: mailers break a character of several bytes between two words. */
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private String charset = "";

    private EncodedWords() {}

    static String decode(String header) {
        return new EncodedWords().read(header).strip();
    }

    private String read(String header) {
        var from = 0;
        var isAfterWord = false;
        for (var at = header.indexOf("=?"); at >= 0; at = header.indexOf("=?", Math.max(from, at + 2))) {
            var encoding = header.indexOf('?', at + 2);
            var text = encoding < 0 ? -1 : header.indexOf('?', encoding + 1);
            var end = text < 0 ? -1 : header.indexOf("?=", text + 1);
            if (end < 0) {
                break;
            }
            var before = header.substring(from, at);
            var said = bytes(header.substring(encoding + 1, text), header.substring(text + 1, end));
            var isWord = said.length > 0 || end == text + 1;
            // Blanks between two encoded words do not belong to the text
            plain(isAfterWord && isWord && before.isBlank() ? "" : before);
            from = end + 2;
            if (isWord) {
                word(header.substring(at + 2, encoding), said);
            } else {
                plain(header.substring(at, from));
            }
            isAfterWord = isWord;
        }
        plain(header.substring(from));
        flush();
        return out.toString();
    }

    private void plain(String text) {
        if (!text.isEmpty()) {
            flush();
            out.append(text);
        }
    }

    private void word(String itsCharset, byte[] said) {
        if (!itsCharset.equalsIgnoreCase(charset)) {
            flush();
            charset = itsCharset;
        }
        bytes.writeBytes(said);
    }

    private void flush() {
        var type = new ContentType("text/plain", Map.of("charset", charset));
        out.append(LineDecoder.decode(bytes.toByteArray(), type.charset()));
        bytes.reset();
    }

    /** What the word says, nothing where it is not encoded so. */
    private static byte[] bytes(String encoding, String text) {
        if (encoding.equalsIgnoreCase("b")) {
            try {
                return Base64.getMimeDecoder().decode(text);
            } catch (IllegalArgumentException e) {
                return new byte[0];
            }
        }
        var decoded = new ByteArrayOutputStream();
        QuotedPrintable.decode(text.replace('_', ' '), decoded);
        return decoded.toByteArray();
    }
}
