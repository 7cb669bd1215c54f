package org.unsplat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.unsplat.symbols.TestTools;
import org.unsplat.symbols.ToyKernel;

/** A test of what symbols come to, with a toy kernel that is compiled once for the class. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
abstract class SymbolFaultsFixture {

    @TempDir
    static Path compiled;

    static ToyKernel toy;
    static String vmlinux;

    @TempDir
    Path dir;

    @BeforeAll
    static void compile() throws IOException {
        TestTools.assumeInstalled("addr2line");
        toy = ToyKernel.build(compiled);
        vmlinux = toy.vmlinux().toString();
    }

    /** Writes a log whose frames are a symbol. */
    String log(String symbol, String buildId) throws IOException {
        return SymbolRuns.log(dir, symbol, buildId);
    }
}
