package org.unsplat.symbols;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test with the toy kernel, which is compiled once for the class; each test has a copy of its own. */
abstract class ToyKernelFixture {

    @TempDir
    private static Path compiled;

    private static ToyKernel original;

    @TempDir
    Path dir;

    ToyKernel toy;

    @BeforeAll
    static void compile() throws IOException {
        original = ToyKernel.build(compiled);
    }

    @BeforeEach
    void copy() throws IOException {
        toy = original.copy(dir);
    }
}
