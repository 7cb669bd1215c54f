package org.unsplat.fleet;

import java.io.IOException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/** A disk that fails at the end of each failing.log, with an error, as Hadoop does: its FSError only it can make. */
public final class FailingDisk extends LocalFileSystem {

    static final String MESSAGE = "the disk is gone";

    @Override
    public FSDataInputStream open(Path file, int size) throws IOException {
        var stream = super.open(file, size);
        return file.getName().equals("failing.log") ? new FSDataInputStream(new FailingStream(stream)) : stream;
    }

    private static final class FailingStream extends FSInputStream {

        private final FSDataInputStream stream;

        FailingStream(FSDataInputStream stream) {
            this.stream = stream;
        }

        @Override
        public int read() throws IOException {
            return checked(stream.read());
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            return checked(stream.read(bytes, from, length));
        }

        private static int checked(int read) {
            if (read < 0) {
                throw new Error(MESSAGE);
            }
            return read;
        }

        @Override
        public void seek(long to) throws IOException {
            stream.seek(to);
        }

        @Override
        public long getPos() throws IOException {
            return stream.getPos();
        }

        @Override
        public boolean seekToNewSource(long to) throws IOException {
            return stream.seekToNewSource(to);
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }
}
