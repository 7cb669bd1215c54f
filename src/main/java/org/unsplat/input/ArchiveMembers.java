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
 * The files in an archive, each an input of its own that is called {@code logs.zip!console.log}, in the order of the
 * archive. They are read as they come: nothing is written anywhere, so that their paths are but names, and no more
 * memory is used than for a plain input. Links, devices and directories are passed over.
 */
public final class ArchiveMembers {

    /** Files that are read of one archive. */
    public static final int MOST = 1 << 16;

    /** Archives in archives that are read: {@code a.zip!b.tar.gz!c.zip!d.log}. */
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
                // What is stored without its size would be kept in memory as a whole
                ? new ZipArchiveInputStream(packed, ENCODING, true, false)
                : new TarArchiveInputStream(packed, ENCODING);
    }

    /**
     * The members of an input that {@link Source#isArchive}.
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

    /** The next file, null after the last one; what was not read of the one before is passed over. */
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
            failure = "cannot be read behind its file " + count + ": unpack it first";
        } catch (IOException | RuntimeException | LinkageError e) {
            // The decoders report damage as any of the first two, and a form that is not built in as the last
            var reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            failure = "is cut or damaged behind its file " + count + ": " + reason + ": get a whole copy of it";
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

    /** What the archive is called. */
    public String name() {
        return archive.name();
    }

    /** Why not all files were read, null where they were. */
    public String failure() {
        return failure;
    }

    /** Whether there was no file at all. */
    public boolean isEmpty() {
        return count == 0 && failure == null;
    }
}
