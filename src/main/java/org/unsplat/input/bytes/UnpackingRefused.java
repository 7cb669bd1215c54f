package org.unsplat.input.bytes;

import java.io.IOException;

/** Thrown for intact data that is not unpacked here. The message says why and what to do. */
public final class UnpackingRefused extends IOException {

    private static final long serialVersionUID = 1;

    public UnpackingRefused(String message) {
        super(message);
    }
}
