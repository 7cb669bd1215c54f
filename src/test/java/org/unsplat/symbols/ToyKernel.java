package org.unsplat.symbols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A kernel and a module compiled from the sources beside this test. Where calls return to is known from labels that the
 * sources set behind them ({@code MARK}), and which are then stripped; which lines that is, from comments.
 */
public final class ToyKernel {

    private static final Path SOURCES = Path.of("src/test/resources/org/unsplat/symbols");

    private static final String[] FLAGS = {
        "-g", "-O2", "-ffreestanding", "-fno-pic", "-fno-pie", "-fno-stack-protector", "-fno-asynchronous-unwind-tables"
    };

    private static final Pattern SYMBOL =
            Pattern.compile("([0-9a-f]{8,16}) (.{7}) (\\S+)\\t([0-9a-f]{8,16})\\s+(?:\\.hidden )?(\\S+)");

    private record Mark(String section, long address) {}

    private record Function(String section, long address, long size, String name) {}

    private final Path dir;
    private final Map<Integer, Mark> marks = new TreeMap<>();
    private final List<Function> functions = new ArrayList<>();

    private ToyKernel(Path dir) {
        this.dir = dir;
    }

    /** Compiles them below a directory; the test is skipped where a tool is missing. */
    public static ToyKernel build(Path dir) throws IOException {
        return build(dir, true);
    }

    /** @param wide whether of 64 bit */
    public static ToyKernel build(Path dir, boolean wide) throws IOException {
        TestTools.assumeInstalled("gcc", "ld", "objdump", "objcopy");
        assumeTrue(System.getProperty("os.arch").equals("amd64"), "the test compiles for x86");
        var toy = new ToyKernel(dir.toRealPath());
        toy.compile(wide);
        return toy;
    }

    /** The same files once more, to be changed. */
    public ToyKernel copy(Path to) throws IOException {
        var copy = new ToyKernel(to.toRealPath());
        copy.marks.putAll(marks);
        copy.functions.addAll(functions);
        Files.copy(vmlinux(), copy.vmlinux());
        Files.copy(module(), copy.module());
        return copy;
    }

    private void compile(boolean wide) throws IOException {
        for (var name : List.of("toy/toy.h", "kernel/panic.c", "toy/toy.c", "toy/other.c", "toy/module.c")) {
            Files.createDirectories(dir.resolve("linux").resolve(name).getParent());
            Files.copy(SOURCES.resolve(name), dir.resolve("linux").resolve(name));
            if (name.endsWith(".c")) {
                var command = new ArrayList<>(List.of("gcc", wide ? "-m64" : "-m32"));
                command.addAll(List.of(FLAGS));
                command.addAll(List.of("-c", dir.resolve("linux").resolve(name).toString(), "-o", object(name)));
                run(command.toArray(String[]::new));
            }
        }
        var machine = wide ? "elf_x86_64" : "elf_i386";
        run(
                "ld",
                "-m",
                machine,
                "-nostdlib",
                "--build-id=sha1",
                "-Ttext",
                wide ? "0xffffffff81000000" : "0xc1000000",
                "-o",
                vmlinux().toString(),
                object("toy/toy.c"),
                object("toy/other.c"),
                object("kernel/panic.c"));
        run("ld", "-m", machine, "-r", "--build-id=sha1", "-o", module().toString(), object("toy/module.c"));
        for (var file : List.of(vmlinux(), module())) {
            read(run("objdump", "-t", file.toString()));
            run("objcopy", "--wildcard", "--strip-symbol=toy_mark_*", file.toString());
        }
    }

    private String object(String source) {
        return dir.resolve("linux").resolve(source.replace(".c", ".o")).toString();
    }

    private void read(String table) {
        for (var line : table.split("\n")) {
            var symbol = SYMBOL.matcher(line);
            if (!symbol.matches()) {
                continue;
            }
            long address = Long.parseUnsignedLong(symbol.group(1), 16);
            var name = symbol.group(5);
            if (name.startsWith("toy_mark_")) {
                marks.put(Integer.valueOf(name.substring(9)), new Mark(symbol.group(3), address));
            } else if (symbol.group(2).endsWith("F")) {
                functions.add(
                        new Function(symbol.group(3), address, Long.parseUnsignedLong(symbol.group(4), 16), name));
            }
        }
    }

    public Path dir() {
        return dir;
    }

    public Path vmlinux() {
        return dir.resolve("vmlinux");
    }

    public Path module() {
        return dir.resolve("toy-mod.ko");
    }

    /** What the kernel would print of the address behind the call at this mark: {@code toy_outer+0x19/0x50}. */
    public String symbol(int id) {
        var mark = marks.get(id);
        var function = functions.stream()
                .filter(each -> isOfMark(each, id, mark) && each.address() <= mark.address())
                .max((one, other) -> Long.compareUnsigned(one.address(), other.address()))
                .orElseThrow();
        return function.name() + "+0x" + Long.toHexString(mark.address() - function.address()) + "/0x"
                + Long.toHexString(printedSize(function)) + (id > 40 ? " [toy_mod]" : "");
    }

    /** Of a function of this name, at its end, where the call of one that never returns would return to. */
    public String end(String name) {
        var function = functions.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        return name + "+0x" + Long.toHexString(function.size()) + "/0x" + Long.toHexString(printedSize(function));
    }

    /** The module's functions begin with its name. */
    private static boolean isOfMark(Function function, int id, Mark mark) {
        boolean ofModule = Long.compareUnsigned(function.address(), 1 << 20) < 0;
        return ofModule == id > 40 && function.section().equals(mark.section());
    }

    /** kallsyms prints the distance to the next function; behind the last one of a module come other sections. */
    private long printedSize(Function function) {
        return functions.stream()
                .filter(each -> each.section().equals(function.section())
                        && Long.compareUnsigned(each.address(), function.address()) > 0
                        && Long.compareUnsigned(each.address() - function.address(), 1 << 20) < 0)
                .mapToLong(each -> each.address() - function.address())
                .min()
                .orElse(0x1000);
    }

    /** {@code toy/toy.c:12}: the line of a source with this comment. */
    public static String line(String file, String tag) throws IOException {
        var lines = Files.readAllLines(SOURCES.resolve(file));
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).endsWith("/* @" + tag + " */")) {
                return file + ":" + (at + 1);
            }
        }
        throw new IllegalArgumentException(tag);
    }

    /** Runs a program, which must succeed, and gives what it prints. */
    public static String run(String... command) throws IOException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .start();
        var output = new String(process.getInputStream().readAllBytes());
        try {
            process.waitFor(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        assertEquals(0, process.exitValue(), String.join(" ", command) + "\n" + output);
        return output;
    }
}
