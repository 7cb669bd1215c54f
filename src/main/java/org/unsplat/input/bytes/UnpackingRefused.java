package org.unsplat.input.bytes;

import java.io.IOException;

/** Data that is whole, but that is not unpacked here; the message says why, and what to do about it. */
public final class UnpackingRefused extends IOException {

    private static final long serialVersionUID = 1;

    public UnpackingRefused(String message) {
        super(message);
    }
}
