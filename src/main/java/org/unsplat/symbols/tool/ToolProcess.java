package org.unsplat.symbols.tool;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A child process that is asked line by line. It ends with us, and no answer is waited for without end. */
final class ToolProcess implements AutoCloseable {

    /** A line of an answer is a function or a path. */
    private static final int LONGEST_LINE = 1 << 16;

    private static final int WAITING_LINES = 1024;

    /** What follows the last line; a line itself has no line end in it. */
    private static final String END = "\n";

    private static final Set<ToolProcess> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(ToolProcess::kill)));
    }

    private final String name;
    private final Duration timeout;
    private final Process process;
    private final OutputStream questions;
    private final BlockingQueue<String> lines = new ArrayBlockingQueue<>(WAITING_LINES);
    /** When the whole answer must be there, by the clock of {@link System#nanoTime}. */
    private long deadline;

    ToolProcess(List<String> command, Duration timeout) throws SymbolizerFailure {
        this.name = Path.of(command.get(0)).getFileName().toString();
        this.timeout = timeout;
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        var environment = builder.environment();
        environment.put("LC_ALL", "C");
        // With the first one both tools would ask servers; the others change what they print
        environment.keySet().removeAll(Set.of("DEBUGINFOD_URLS", "LLVM_SYMBOLIZER_OPTS", "LLVM_ADDR2LINE_OPTS"));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new SymbolizerFailure(command.get(0) + " cannot be run: give --symbolizer a program that can");
        }
        RUNNING.add(this);
        questions = process.getOutputStream();
        var reader = new Thread(this::read, "unsplat-symbolizer");
        reader.setDaemon(true);
        reader.start();
        deadline = System.nanoTime() + timeout.toNanos();
    }

    private void read() {
        try (var in = process.getInputStream()) {
            var line = new byte[LONGEST_LINE];
            int length = 0;
            var buffer = new byte[1 << 13];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                for (int at = 0; at < count; at++) {
                    if (buffer[at] == '\n' || length == LONGEST_LINE) {
                        lines.put(new String(line, 0, length, StandardCharsets.UTF_8));
                        length = 0;
                    }
                    if (buffer[at] != '\n') {
                        line[length++] = buffer[at];
                    }
                }
            }
        } catch (IOException e) {
            // It was killed
        } catch (InterruptedException e) {
            return;
        }
        end();
    }

    private void end() {
        try {
            lines.put(END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks; what the process answers is to be read with {@link #line}. */
    void ask(String question) throws SymbolizerFailure {
        deadline = System.nanoTime() + timeout.toNanos();
        try {
            questions.write(question.getBytes(StandardCharsets.US_ASCII));
            questions.flush();
        } catch (IOException e) {
            throw ended();
        }
    }

    /** The next line of the answer, without its line end. */
    String line() throws SymbolizerFailure {
        var line = next();
        if (line.equals(END)) {
            throw ended();
        }
        return line;
    }

    private String next() throws SymbolizerFailure {
        try {
            var line = lines.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (line == null) {
                throw new SymbolizerFailure(name + " gave no answer in " + timeout.toSeconds() + " s");
            }
            return line;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SymbolizerFailure(name + " was interrupted");
        }
    }

    /** All that it prints, up to a number of lines; for a process that ends by itself. */
    String all(int most) throws SymbolizerFailure {
        var text = new StringBuilder();
        for (int read = 0; read < most; read++) {
            var line = next();
            if (line.equals(END)) {
                break;
            }
            text.append(line).append('\n');
        }
        return text.toString();
    }

    /** What it printed is no answer. */
    SymbolizerFailure strange(String line) {
        var start = line.length() > 60 ? line.substring(0, 60) + "..." : line;
        return new SymbolizerFailure(name + " printed what is no answer: '" + start + "'");
    }

    private SymbolizerFailure ended() {
        try {
            boolean ended = process.waitFor(1, TimeUnit.SECONDS);
            return new SymbolizerFailure(name + " ended" + (ended ? " with status " + process.exitValue() : ""));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new SymbolizerFailure(name + " ended");
        }
    }

    private void kill() {
        // A script that was named in place of the tool has the tool as its child
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public void close() {
        RUNNING.remove(this);
        kill();
        lines.clear();
    }
}
