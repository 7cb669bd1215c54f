package org.unsplat.input.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Base64;
import org.unsplat.input.bytes.LineDecoder;
import org.unsplat.input.layer.Layer;
import org.unsplat.input.layer.Limits;
import org.unsplat.input.layer.PartialLine;

/**
 * Decodes a base64 part of a mail line by line. A decoded line has the numbers of the input lines of its first and last byte.
 * Lines that are not base64, such as the footer of a mailing list, are passed on unchanged.
 */
final class Base64Text extends Layer {

    private final Charset charset;
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private String carried = "";
    private PartialLine first;
    private PartialLine last;

    Base64Text(Layer next, Charset charset) {
        super(next);
        this.charset = charset;
    }

    @Override
    public void take(PartialLine line) {
        var code = line.text().strip();
        if (code.isEmpty()) {
            return;
        }
        if (!isCode(code)) {
            flush();
            next.take(line);
            return;
        }
        code = carried + code;
        var whole = code.length() & ~3;
        carried = code.substring(whole);
        decode(code.substring(0, whole), line);
    }

    private static boolean isCode(String text) {
        for (var at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            if (!(c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c >= '0' && c <= '9'
                    || c == '+'
                    || c == '/'
                    || c == '=')) {
                return false;
            }
        }
        return true;
    }

    private void decode(String code, PartialLine line) {
        for (var each : Base64.getMimeDecoder().decode(unpadded(code))) {
            if (first == null) {
                first = line;
            }
            last = line;
            if (each == '\n') {
                flush();
            } else if (each != 0 && text.size() < Limits.LINE_BYTES) {
                text.write(each);
            }
        }
    }

    /** Padding within the text ends a piece that was encoded separately; the JDK's decoder would throw. */
    private static String unpadded(String code) {
        var padding = code.indexOf('=');
        return padding < 0 ? code : code.substring(0, padding & ~3 | (padding % 4 == 1 ? 0 : padding % 4));
    }

    @Override
    protected void flush() {
        if (first != null) {
            next.take(first.decoded(
                    LineDecoder.decode(text.toByteArray(), charset).replaceFirst("\\r+$", ""), last));
            text.reset();
            first = null;
        }
    }
}
