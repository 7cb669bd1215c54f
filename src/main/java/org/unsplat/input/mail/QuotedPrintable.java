package org.unsplat.input.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.unsplat.input.bytes.HexByte;
import org.unsplat.input.bytes.LineDecoder;
import org.unsplat.input.layer.Layer;
import org.unsplat.input.layer.Limits;
import org.unsplat.input.layer.PartialLine;

/**
 * Decodes a quoted-printable part of a mail: {@code =20} is a byte, {@code =} at the end of a line joins it with the next one. A
 * joined line has the numbers of its first and last piece.
 */
final class QuotedPrintable extends Layer {

    private final Charset charset;
    private final ByteArrayOutputStream joined = new ByteArrayOutputStream();
    private PartialLine first;
    private PartialLine last;

    QuotedPrintable(Layer next, Charset charset) {
        super(next);
        this.charset = charset;
    }

    @Override
    public void take(PartialLine line) {
        var text = line.text().stripTrailing();
        if (first == null && text.indexOf('=') < 0) {
            next.take(line);
            return;
        }
        first = first == null ? line : first;
        last = line;
        var soft = text.endsWith("=");
        decode(soft ? text.substring(0, text.length() - 1) : text, joined);
        if (!soft || joined.size() > Limits.LINE_BYTES) {
            flush();
        } else if (text.contains("=0A")) {
            flushWhole(line);
        }
    }

    /** Some mailers write line ends as {@code =0A=}. Those lines are complete, and the next line begins within this one. */
    private void flushWhole(PartialLine line) {
        var bytes = joined.toByteArray();
        var end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        if (end > 0) {
            joined.reset();
            joined.write(bytes, 0, end - 1);
            flush();
            joined.write(bytes, end, bytes.length - end);
            first = end < bytes.length ? line : null;
        }
    }

    static void decode(String text, ByteArrayOutputStream out) {
        for (var at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            var value = c == '=' ? HexByte.at(text, at + 1) : -1;
            if (value >= 0) {
                out.write(value);
                at += 2;
            } else if (c < 0x80) {
                out.write(c);
            } else {
                out.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @Override
    protected void flush() {
        if (first != null) {
            var line = first;
            first = null;
            for (var text : LineDecoder.decode(joined.toByteArray(), charset).split("\n", -1)) {
                next.take(line.decoded(text, last));
            }
            joined.reset();
        }
    }
}
