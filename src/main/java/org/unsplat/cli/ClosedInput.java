package org.unsplat.cli;

import java.io.IOException;
import java.io.InputStream;

/** Standard input if the caller closed it. */
final class ClosedInput extends InputStream {

    @Override
    public int read() throws IOException {
        throw new IOException(IoErrors.CLOSED);
    }
}
