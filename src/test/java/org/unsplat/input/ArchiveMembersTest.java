package org.unsplat.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class ArchiveMembersTest {

    private static Source zip(int directories, int files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (var number = 0; number < directories; number++) {
                out.putNextEntry(new ZipEntry(number + "/"));
            }
            for (var number = 0; number < files; number++) {
                out.putNextEntry(new ZipEntry(Integer.toString(number)));
            }
        }
        var source = Source.of(new ByteArrayInputStream(bytes.toByteArray()), "l.zip");
        assertTrue(source.isArchive());
        return source;
    }

    @Test
    void filesBeyondTheLimitAreNotRead() throws IOException {
        var members = ArchiveMembers.of(zip(9, 3), 2);
        assertNotNull(members.next());
        assertNotNull(members.next());
        assertNull(members.failure());
        assertNull(members.next());
        assertEquals("holds more than 2 files: unpack it first", members.failure());
    }

    @Test
    void asManyFilesAsTheLimitAreRead() throws IOException {
        var members = ArchiveMembers.of(zip(9, 2), 2);
        assertNotNull(members.next());
        assertNotNull(members.next());
        assertNull(members.next());
        assertNull(members.failure());
    }
}
