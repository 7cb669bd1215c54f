package org.unsplat.input.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchiveTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`PK\3\4`, 0, a zip archive",
                "`ustar`, 257, a tar archive",
                "`7z\u00bc\u00af'\u001c`, 0, a 7z archive",
                "`Rar!\u001a\7`, 0, a rar archive",
                "`070701`, 0, a cpio archive",
            })
    void itIsToldByItsMagic(String magic, int at, String words) {
        var bytes = ("x".repeat(3 + at) + magic).getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(words, Archive.of(bytes, 3, bytes.length).words());
        assertNull(Archive.of(bytes, 3, bytes.length - 1), "it is cut");
        assertNull(Archive.of(bytes, 2, bytes.length), "it is elsewhere");
        bytes[bytes.length - 1] ^= 1;
        assertNull(Archive.of(bytes, 3, bytes.length), "it is another");
    }
}
