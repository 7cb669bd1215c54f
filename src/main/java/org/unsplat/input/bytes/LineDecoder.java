package org.unsplat.input.bytes;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Decodes the bytes of one line as UTF-8; bytes that are not valid UTF-8 are decoded as Latin-1. */
public final class LineDecoder {

    private LineDecoder() {}

    /** Decodes a line without NULs and trailing carriage returns. */
    public static String decode(byte[] bytes, int from, int to) {
        var end = to;
        while (end > from && bytes[end - 1] == '\r') {
            end--;
        }
        var all = 0;
        var nul = false;
        for (var at = from; at < end; at++) {
            all |= bytes[at];
            nul |= bytes[at] == 0;
        }
        if (nul) {
            var without = withoutNul(bytes, from, end);
            return decode(without, 0, without.length);
        }
        return all >= 0 ? new String(bytes, from, end - from, StandardCharsets.ISO_8859_1) : lenient(bytes, from, end);
    }

    /** Decodes bytes in this charset. UTF-8 is not trusted: invalid bytes are decoded as Latin-1. */
    public static String decode(byte[] bytes, Charset charset) {
        return charset.equals(StandardCharsets.UTF_8) ? lenient(bytes, 0, bytes.length) : new String(bytes, charset);
    }

    private static byte[] withoutNul(byte[] bytes, int from, int to) {
        var kept = new byte[to - from];
        var count = 0;
        for (var at = from; at < to; at++) {
            if (bytes[at] != 0) {
                kept[count++] = bytes[at];
            }
        }
        return Arrays.copyOf(kept, count);
    }

    public static String lenient(byte[] bytes, int from, int to) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var in = ByteBuffer.wrap(bytes, from, to - from);
        try {
            return decoder.decode(in).toString();
        } catch (CharacterCodingException e) {
            return mixed(ByteBuffer.wrap(bytes, from, to - from));
        }
    }

    private static String mixed(ByteBuffer in) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var out = CharBuffer.allocate(in.remaining());
        while (in.hasRemaining()) {
            var result = decoder.reset().decode(in, out, true);
            for (var left = result.isError() ? result.length() : 0; left > 0; left--) {
                out.put((char) (in.get() & 0xff));
            }
        }
        return out.flip().toString();
    }
}
