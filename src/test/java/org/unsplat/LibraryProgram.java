package org.unsplat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** Compiles and runs programs of users of the library, without what the command line alone needs. */
final class LibraryProgram {

    private final Path library;
    private final Path dir;

    /**
     * @param library a jar or a directory of classes
     * @param dir takes the compiled program
     */
    LibraryProgram(Path library, Path dir) {
        this.library = library.toAbsolutePath();
        this.dir = dir;
    }

    /** The library and what it needs. */
    private String path() {
        var jars = List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
                .filter(jar -> jar.matches(
                        ".*[/\\\\](jackson-core|xz|aircompressor|commons-(compress|io|lang3|codec))-[\\d.]+\\.jar"))
                .toList();
        return library + File.pathSeparator + String.join(File.pathSeparator, jars);
    }

    /** What the compiler says to these sources, compiled with the library on the module path or on the class path. */
    String compile(String pathOption, Path... sources) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var messages = new StringWriter();
            var options = List.of(pathOption, path(), "-d", dir.toString());
            compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(sources))
                    .call();
            return messages.toString();
        }
    }

    /** What the program prints, and its exit status where that is not 0. */
    String run(String pathOption, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(pathOption, dir + File.pathSeparator + path()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var status = process.waitFor();
        return printed.strip() + (status == 0 ? "" : "\nexit status " + status);
    }

    /** The program of {@code src/it/library}, compiled and run on the class path. */
    String factsByClassPath(String log) throws IOException, InterruptedException {
        var said = compile("--class-path", Path.of("src/it/library/LogFacts.java"));
        return said.isEmpty() ? run("--class-path", "LogFacts", log) : said;
    }

    /** The same program in a module of its own. */
    String factsByModulePath(String log) throws IOException, InterruptedException {
        var source = Files.readString(Path.of("src/it/library/LogFacts.java"));
        var sources = Files.createDirectories(dir.resolve("sources"));
        var module = Files.writeString(sources.resolve("module-info.java"), "module user { requires org.unsplat; }");
        var program = Files.writeString(sources.resolve("LogFacts.java"), "package user;\n" + source);
        var said = compile("--module-path", module, program);
        return said.isEmpty() ? run("--module-path", "-m", "user/user.LogFacts", log) : said;
    }
}
