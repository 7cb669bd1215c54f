package org.unsplat.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes at all, from a line in each form on, through all layers: lines are counted right, however the bytes come. */
class TransportFuzz {

    private static final List<String> FORMS = List.of("[    1.000001][   T12] WARNING: a\n<4>[    1.000002]  b\n",
            "> > WARNING: a\n> >  b\n> \n> On Monday c wrote:\n>> | d\n", "4,1,2,-,caller=T1;WARNING: a\\x0a b\n SUBSYSTEM=x\n",
            "{\"msg\": \"[    1.000001] WARNING: a\\n b\"}\n{\"msg\": \"c\"}\n", "- {\"dt\": \"2024-01-01T00:00:00\", \"lvl\": \"target\", \"msg\": \"a\"}\n",
            "__CURSOR=1\nMESSAGE=WARNING: a\n_TRANSPORT=kernel\nMESSAGE\n\3\0\0\0\0\0\0\0a\nb\n\n",
            "From a@b Mon Jan  1 00:00:00 2024\nMessage-ID: <1@2>\nSubject: =?utf-8?q?x=20y?=\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
            + "Content-Transfer-Encoding: base64\n\nV0FSTklORzogYQo=\n--b\nContent-Transfer-Encoding: quoted-printable\n\na=20=\nb=3D\n--b--\n",
            "commit 0123456789abcdef0123456789abcdef01234567\nAuthor: a <b@c>\n\n    x\n\n    Fixes: 0123 (\"y\")\n",
            "@@ -1,2 +1,3 @@\n+ a\n+ b\n  c\n", "Jan  1 12:00:00 host kernel: [    1.000001] a#012 b\n", "2024-01-01T12:00:00.000Z a\r\nb\r\r\n",
            "<pre>&lt;TASK&gt; a\n</pre>\n", "\u001b[33mWARNING: \u001b[0ma\n", "** replaying previous printk message **\na\n", "====1.2-D\nPanic#1 Part1\n<4>[    1.000001] a\n");

    static Stream<byte[]> forms() {
        return FORMS.stream().map(form -> form.getBytes(StandardCharsets.ISO_8859_1));
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
        assertEquals(whole.lines(), Cleaned.of(new TrickledBytes(bytes)).lines(), "whole and byte by byte");
        if (Compression.of(bytes) == Compression.NONE) {
            assertEquals(bytes.length, whole.source().bytes());
            assertEquals(new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1).length
                    - (bytes.length == 0 || bytes[bytes.length - 1] == '\n' ? 1 : 0), whole.source().lines());
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
