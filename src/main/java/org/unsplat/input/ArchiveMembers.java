package org.unsplat.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.UnsupportedZipFeatureException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.unsplat.input.bytes.Archive;
import org.unsplat.input.bytes.MemberStream;
import org.unsplat.input.bytes.UnpackingRefused;

/**
 * The files in an archive in its order, each an input of its own named {@code logs.zip!console.log}. They are read as a
 * stream: nothing is written to disk, so their paths are only names, and they need no more memory than a plain input.
 * Links, devices and directories are skipped.
 */
public final class ArchiveMembers {

    /** The largest number of files read from one archive. */
    public static final int MOST = 1 << 16;

    /** The largest depth of archives in archives: {@code a.zip!b.tar.gz!c.zip!d.log}. */
    public static final int DEEPEST = 3;

    private static final String ENCODING = "UTF-8";

    private final Source archive;
    private final ArchiveInputStream<? extends ArchiveEntry> entries;
    private final int most;
    private int count;
    private String failure;

    private ArchiveMembers(Source archive, int most) throws IOException {
        this.most = most;
        this.archive = archive;
        var packed = archive.stream();
        this.entries = archive.archive() == Archive.ZIP
                // False refuses members stored without their size, which would have to be kept in memory
                ? new ZipArchiveInputStream(packed, ENCODING, true, false)
                : new TarArchiveInputStream(packed, ENCODING);
    }

    /**
     * Opens an input that {@link Source#isArchive}.
     *
     * @throws UncheckedIOException if the input cannot be read
     */
    public static ArchiveMembers of(Source input) {
        return of(input, MOST);
    }

    static ArchiveMembers of(Source input, int most) {
        try {
            return new ArchiveMembers(input, most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next file, null after the last one. Unread bytes of the file before are skipped. */
    public Source next() {
        try {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (isFile(entry)) {
                    if (++count > most) {
                        failure = "holds more than " + most + " files: unpack it first";
                        return null;
                    }
                    return member(entry);
                }
            }
        } catch (UnsupportedZipFeatureException e) {
            failure = "cannot be read after its file " + count + ": unpack it first";
        } catch (IOException | RuntimeException | LinkageError e) {
            // Decoders report damage as one of the first two exceptions, and a missing decoder as the last
            var reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            failure = "is cut or damaged after its file " + count + ": " + reason + ": get a whole copy of it";
        }
        return null;
    }

    private static boolean isFile(ArchiveEntry entry) {
        return !entry.isDirectory()
                && (!(entry instanceof ZipArchiveEntry zip) || !zip.isUnixSymlink())
                && (!(entry instanceof TarArchiveEntry tar) || tar.isFile() && !tar.isLink() && !tar.isSymbolicLink());
    }

    private Source member(ArchiveEntry entry) {
        var name = archive.name() + "!" + entry.getName();
        return entries.canReadEntryData(entry)
                ? Source.member(new MemberStream(entries, entries::getBytesRead), name, archive.depth() + 1)
                : Source.member(refusal(entry), name, archive.depth() + 1);
    }

    private static InputStream refusal(ArchiveEntry entry) {
        var isEncrypted = entry instanceof ZipArchiveEntry zip
                && zip.getGeneralPurposeBit().usesEncryption();
        var reason = isEncrypted ? "it is encrypted" : "it is packed in a way that is not read here";
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new UnpackingRefused(reason + ": unpack it first");
            }
        };
    }

    public String name() {
        return archive.name();
    }

    /** Why not all files were read; null if they were. */
    public String failure() {
        return failure;
    }

    /** Whether the archive has no file. */
    public boolean isEmpty() {
        return count == 0 && failure == null;
    }
}
