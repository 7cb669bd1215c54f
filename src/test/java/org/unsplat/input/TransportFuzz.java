package org.unsplat.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.provider.MethodSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;
import org.unsplat.input.bytes.Compression;

/**
 * Any bytes at all, from a line in each form on, through all layers: lines are counted right, however the bytes come.
 */
class TransportFuzz {

    private static final List<String> FORMS = List.of(
            "[    1.000001][   T12] WARNING: a\n<4>[    1.000002]  b\n",
            "> > WARNING: a\n> >  b\n> \n> On Monday c wrote:\n>> | d\n",
            "4,1,2,-,caller=T1;WARNING: a\\x0a b\n SUBSYSTEM=x\n",
            "{\"msg\": \"[    1.000001] WARNING: a\\n b\"}\n{\"msg\": \"c\"}\n",
            "- {\"dt\": \"2024-01-01T00:00:00\", \"lvl\": \"target\", \"msg\": \"a\"}\n",
            "__CURSOR=1\nMESSAGE=WARNING: a\n_TRANSPORT=kernel\nMESSAGE\n\3\0\0\0\0\0\0\0a\nb\n\n",
            "From a@b Mon Jan  1 00:00:00 2024\nMessage-ID: <1@2>\nSubject: =?utf-8?q?x=20y?=\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
                    + "Content-Transfer-Encoding: base64\n\nV0FSTklORzogYQo=\n--b\nContent-Transfer-Encoding: quoted-printable\n\na=20=\nb=3D\n--b--\n",
            "commit 0123456789abcdef0123456789abcdef01234567\nAuthor: a <b@c>\n\n    x\n\n    Fixes: 0123 (\"y\")\n",
            "@@ -1,2 +1,3 @@\n+ a\n+ b\n  c\n",
            "Jan  1 12:00:00 host kernel: [    1.000001] a#012 b\n",
            "2024-01-01T12:00:00.000Z a\r\nb\r\r\n",
            "<pre>&lt;TASK&gt; a\n</pre>\n",
            "\u001b[33mWARNING: \u001b[0ma\n",
            "** replaying previous printk message **\na\n",
            "====1.2-D\nPanic#1 Part1\n<4>[    1.000001] a\n");

    private static final List<Encoder> ENCODERS =
            List.of(GZIPOutputStream::new, out -> new XZOutputStream(out, new LZMA2Options(1)), ZstdOutputStream::new);

    private interface Encoder {

        OutputStream on(OutputStream out) throws IOException;
    }

    static Stream<byte[]> forms() {
        return Stream.concat(
                FORMS.stream().map(form -> form.getBytes(StandardCharsets.ISO_8859_1)),
                ENCODERS.stream().map(encoder -> encoded(FORMS.get(0).getBytes(StandardCharsets.ISO_8859_1), encoder)));
    }

    private static byte[] encoded(byte[] bytes, Encoder encoder) {
        var encoded = new ByteArrayOutputStream();
        try (var out = encoder.on(encoded)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return encoded.toByteArray();
    }

    @MethodSource("forms")
    @FuzzTest(maxExecutions = 5000)
    void bytes(byte[] bytes) {
        var whole = Cleaned.of(bytes);
        var last = 0;
        for (var line : whole.lines()) {
            assertTrue(line.number() >= last && line.number() <= whole.source().lines(), () -> "out of order: " + line);
            last = line.number();
        }
        var trickled = Cleaned.of(new TrickledBytes(bytes));
        assertEquals(whole.source().failure() == null, trickled.source().failure() == null, "damage");
        if (whole.source().failure() == null) {
            // How much a decoder gives before it says that there is damage is its own affair
            assertEquals(whole.lines(), trickled.lines(), "whole and byte by byte");
        }
        if (Compression.of(bytes) == Compression.NONE) {
            assertEquals(bytes.length, whole.source().bytes());
            assertEquals(
                    new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1).length
                            - (bytes.length == 0 || bytes[bytes.length - 1] == '\n' ? 1 : 0),
                    whole.source().lines());
            assertEquals(
                    whole.lines(), Cleaned.of(encoded(bytes, ENCODERS.get(0))).lines(), "plain and compressed");
        }
    }

    /** A pipe that gives a byte at a time. */
    private static final class TrickledBytes extends ByteArrayInputStream {

        TrickledBytes(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(length, 1));
        }
    }
}
