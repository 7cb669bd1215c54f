package org.unsplat.cli;

import java.io.IOException;
import java.io.InputStream;

/** Stdin where whoever started us has closed it. */
final class ClosedInput extends InputStream {

    @Override
    public int read() throws IOException {
        throw new IOException(IoErrors.CLOSED);
    }
}
