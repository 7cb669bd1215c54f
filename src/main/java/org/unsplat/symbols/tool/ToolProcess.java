package org.unsplat.symbols.tool;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A child process that answers queries line by line. It ends with this process, and waiting for an answer has a time limit. */
final class ToolProcess implements AutoCloseable {

    /** The number of characters of its error message that are passed on. */
    private static final int LONGEST_MESSAGE = 200;

    private static final int LONGEST_ANSWER = 60;

    /** After the process has ended, its output may still arrive; later output would be that of a child it left running. */
    private static final Duration GRACE = Duration.ofMillis(250);

    private static final Set<ToolProcess> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(ToolProcess::kill)));
    }

    private final String name;
    private final Duration timeout;
    private final Process process;
    private final OutputStream questions;
    private final ToolOutput lines = new ToolOutput();
    private final ToolOutput messages = new ToolOutput();
    /** When the whole answer must have arrived, by {@link System#nanoTime}. */
    private long deadline;

    ToolProcess(List<String> command, Duration timeout) throws SymbolizerFailure {
        this.name = Path.of(command.get(0)).getFileName().toString();
        this.timeout = timeout;
        var builder = new ProcessBuilder(command);
        var environment = builder.environment();
        environment.put("LC_ALL", "C");
        // The first would make both tools ask servers; the others change their output
        environment.keySet().removeAll(Set.of("DEBUGINFOD_URLS", "LLVM_SYMBOLIZER_OPTS", "LLVM_ADDR2LINE_OPTS"));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new SymbolizerFailure(command.get(0) + " cannot be run: give --symbolizer another program");
        }
        RUNNING.add(this);
        questions = process.getOutputStream();
        read(lines, process.getInputStream());
        read(messages, process.getErrorStream());
        deadline = System.nanoTime() + timeout.toNanos();
    }

    private static void read(ToolOutput into, InputStream from) {
        var reader = new Thread(() -> into.read(from), "unsplat-symbolizer");
        reader.setDaemon(true);
        reader.start();
    }

    /** Sends a query; the answer is read with {@link #line}. */
    void ask(String question) throws SymbolizerFailure {
        deadline = System.nanoTime() + timeout.toNanos();
        try {
            questions.write(question.getBytes(StandardCharsets.US_ASCII));
            questions.flush();
        } catch (IOException e) {
            // A program that reads no query may have printed something before it ended
            var printed = next();
            throw printed == null ? ended() : strange(printed);
        }
    }

    /** The next line of the answer without its line end. */
    String line() throws SymbolizerFailure {
        var line = next();
        if (line == null) {
            throw ended();
        }
        return line;
    }

    /** The next line; null if the process has ended. */
    private String next() throws SymbolizerFailure {
        try {
            for (long left = deadline - System.nanoTime(); left > 0; left = deadline - System.nanoTime()) {
                boolean alive = process.isAlive();
                var line = lines.next(Math.min(left, GRACE.toNanos()));
                if (line != null || !alive || lines.isAtEnd()) {
                    return line;
                }
            }
            if (!process.isAlive()) {
                return null;
            }
            throw new SymbolizerFailure(name + " gave no answer in " + timeout.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SymbolizerFailure(name + " was interrupted");
        }
    }

    /** All output, up to a number of characters; for a process that ends by itself. */
    String all(int most) throws SymbolizerFailure {
        var text = new StringBuilder();
        for (var line = next(); line != null && text.length() < most; line = next()) {
            text.append(line).append('\n');
        }
        return text.toString();
    }

    /** The failure for output that is no answer. */
    SymbolizerFailure strange(String line) {
        return new SymbolizerFailure(
                name + " printed something that is no answer: '" + cut(line, LONGEST_ANSWER) + "'");
    }

    private SymbolizerFailure ended() {
        try {
            boolean ended = process.waitFor(1, TimeUnit.SECONDS);
            var message = messages.next(ended ? GRACE.toNanos() : 0);
            return new SymbolizerFailure(name + " ended" + (ended ? " with status " + process.exitValue() : "")
                    + (message == null ? "" : ": " + cut(message.strip(), LONGEST_MESSAGE)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new SymbolizerFailure(name + " ended");
        }
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) + "..." : text;
    }

    private void kill() {
        // If a script was named in place of the tool, the tool is its child
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public void close() {
        RUNNING.remove(this);
        kill();
        lines.close();
        messages.close();
    }
}
