package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unsplat.input.ArchiveMembers;
import org.unsplat.render.json.JsonReader;
import org.unsplat.triage.SampleReports;

/** Archives, as CI hands out its logs: each file in them is an input. */
class ArchivesTest {

    private static final byte[] RACE = SampleReports.RACE.getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path dir;

    private record Member(String name, byte[] bytes) {}

    private static byte[] zip(Member... members) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (var member : members) {
                out.putNextEntry(new ZipEntry(member.name()));
                out.write(member.bytes());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] tar(Member... members) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new TarArchiveOutputStream(bytes)) {
            for (var member : members) {
                var entry = new TarArchiveEntry(member.name(), true);
                entry.setSize(member.bytes().length);
                out.putArchiveEntry(entry);
                out.write(member.bytes());
                out.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    private interface Packer {
        void pack(byte[] bytes, ByteArrayOutputStream out) throws IOException;
    }

    private static byte[] packed(byte[] bytes, Packer packer) throws IOException {
        var out = new ByteArrayOutputStream();
        packer.pack(bytes, out);
        return out.toByteArray();
    }

    private static void gzip(byte[] bytes, ByteArrayOutputStream to) throws IOException {
        try (var out = new GZIPOutputStream(to)) {
            out.write(bytes);
        }
    }

    private static void bzip2(byte[] bytes, ByteArrayOutputStream to) throws IOException {
        try (var out = new BZip2CompressorOutputStream(to)) {
            out.write(bytes);
        }
    }

    private static void lz4(byte[] bytes, ByteArrayOutputStream to) throws IOException {
        try (var out = new FramedLZ4CompressorOutputStream(to)) {
            out.write(bytes);
        }
    }

    private Cli.Result parse(String name, byte[] bytes) throws IOException {
        Files.write(dir.resolve(name), bytes);
        return Cli.run("parse", dir.resolve(name).toString());
    }

    /** The inputs of the reports, without the directory. */
    private List<String> inputs(Cli.Result result) {
        var reader = new JsonReader(new ByteArrayInputStream(result.out().getBytes(StandardCharsets.UTF_8)), "output");
        var found = new ArrayList<String>();
        reader.forEachRemaining(report ->
                found.add(report.where().input().substring(dir.toString().length() + 1)));
        return found;
    }

    @Test
    void eachFileIsAnInputInTheOrderOfTheArchive() throws IOException {
        var members = new Member[] {new Member("b.log", RACE), new Member("dir/a.log", RACE)};
        assertEquals(List.of("l.zip!b.log", "l.zip!dir/a.log"), inputs(parse("l.zip", zip(members))));
        assertEquals(List.of("l.tar!b.log", "l.tar!dir/a.log"), inputs(parse("l.tar", tar(members))));
        for (var packer : List.<Packer>of(ArchivesTest::gzip, ArchivesTest::bzip2, ArchivesTest::lz4)) {
            // It is told by its bytes, whatever its name
            assertEquals(List.of("l!b.log", "l!dir/a.log"), inputs(parse("l", packed(tar(members), packer))));
        }
    }

    @Test
    void aFileInItMayBeCompressedOrAnArchive() throws IOException {
        var inner = zip(new Member("x.log", RACE));
        var outer = zip(new Member("x.gz", packed(RACE, ArchivesTest::gzip)), new Member("in.zip", inner));
        assertEquals(List.of("l.zip!x.gz", "l.zip!in.zip!x.log"), inputs(parse("l.zip", outer)));
    }

    @Test
    void archivesTooDeepInOthersAreNotUnpacked() throws IOException {
        var bytes = packed(RACE, ArchivesTest::gzip);
        for (var depth = 0; depth <= ArchiveMembers.DEEPEST; depth++) {
            bytes = zip(new Member("m", bytes));
        }
        var result = parse("l.zip", bytes);
        assertEquals(0, result.status());
        assertTrue(result.err().contains("l.zip!m!m!m: is a zip archive, which is not unpacked"), result.err());
    }

    @Test
    void logsAreReadFromBzip2AndLz4() throws IOException {
        assertEquals(List.of("l.bz2"), inputs(parse("l.bz2", packed(RACE, ArchivesTest::bzip2))));
        assertEquals(List.of("l.lz4"), inputs(parse("l.lz4", packed(RACE, ArchivesTest::lz4))));
        assertEquals(List.of(), inputs(parse("empty.bz2", packed(new byte[0], ArchivesTest::bzip2))));
    }

    @Test
    void pathsAreNamesAlone() throws IOException {
        var before = Files.list(dir.getParent()).count();
        var result = parse("l.zip", zip(new Member("../../x.log", RACE), new Member("/etc/y.log", RACE)));
        assertEquals(List.of("l.zip!../../x.log", "l.zip!/etc/y.log"), inputs(result));
        assertEquals(before, Files.list(dir.getParent()).count());
    }

    @Test
    void aFileMayBeThereTwice() throws IOException {
        assertEquals(
                List.of("l.tar!a", "l.tar!a"),
                inputs(parse("l.tar", tar(new Member("a", RACE), new Member("a", RACE)))));
    }

    @Test
    void anArchiveThatIsCutGivesWhatIsBefore() throws IOException {
        var whole = tar(new Member("a", RACE), new Member("b", RACE));
        var result = parse("l.tar", Arrays.copyOf(whole, 1024 + RACE.length + 700));
        assertEquals(2, result.status());
        assertEquals("l.tar!a", inputs(result).get(0));
        assertTrue(result.err().contains("l.tar"), result.err());
        assertTrue(result.err().contains("cut or damaged"), result.err());
        var zip = zip(new Member("a", RACE), new Member("b", RACE));
        result = parse("l.zip", Arrays.copyOf(zip, zip.length / 2));
        assertEquals(2, result.status());
        assertTrue(result.err().contains("cut or damaged"), result.err());
    }

    @Test
    void anEncryptedFileIsSaidToBeSo() throws IOException {
        var zip = zip(new Member("a", RACE));
        zip[6] |= 1; // The bit of the local header that tells of encryption
        var result = parse("l.zip", zip);
        assertEquals(2, result.status());
        assertTrue(
                result.err().contains("l.zip!a: was read up to line 0: it is encrypted: unpack it first"),
                result.err());
    }

    @Test
    void anArchiveWithoutFilesIsEmpty() throws IOException {
        assertTrue(parse("l.zip", zip(new Member("dir/", new byte[0]))).err().contains("is an archive without files"));
        var strict = Cli.run("parse", "--strict", dir.resolve("l.zip").toString());
        assertEquals(3, strict.status());
    }

    @Test
    void textIsNoArchive() throws IOException {
        assertFalse(parse("l", "BZh is how bzip2 begins\n".getBytes(StandardCharsets.UTF_8))
                .err()
                .contains("damaged"));
    }
}
