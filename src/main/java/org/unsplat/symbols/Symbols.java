package org.unsplat.symbols;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.unsplat.model.Diagnostic;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;
import org.unsplat.symbols.tool.SymbolizerFailure;

/**
 * Adds file, line and inlined functions to the frames of reports from the debug files that the user gave; nothing else changes.
 * Reasons why frames get none become diagnostics.
 */
public final class Symbols implements AutoCloseable {

    /** The largest number of builds of kernels and modules remembered; if there are more, all are searched again. */
    private static final int MOST_WANTED = 1 << 12;

    private final SymbolSettings settings;
    private final ToolPool running;
    private final DebugFiles files;
    private final SymbolNotes notes = new SymbolNotes();
    private final Map<FileQuery, FileSearchResult> found = new HashMap<>();
    private final Map<DebugFile, SourceRoot> roots = new HashMap<>();

    /**
     * Checks the settings, and starts no process yet.
     *
     * @throws IOException if they cannot be used; the message names the option and the reason
     */
    public Symbols(SymbolSettings settings) throws IOException {
        this.settings = settings;
        var tools = new Tools(settings.symbolizer(), settings.searchPath(), settings.timeout());
        this.running = new ToolPool(tools);
        this.files = new DebugFiles(settings, running, this::forget);
        for (var dir : settings.debugDirs()) {
            if (!Files.isDirectory(dir)) {
                throw new IOException("--debug-dir: " + dir + " is no directory");
            }
        }
        try {
            tools.check();
        } catch (SymbolizerFailure e) {
            throw new IOException("--symbolizer: " + e.getMessage());
        }
        if (settings.vmlinux() != null) {
            var kernel = files.find(new FileQuery(null, null, null), settings.vmlinux());
            if (kernel.file() == null) {
                files.close();
                throw new IOException("--vmlinux: " + kernel.message());
            }
        }
    }

    private void forget(DebugFile file) {
        file.end();
        roots.remove(file);
        found.values().removeIf(each -> each.file() == file);
    }

    /** The report with places in frames that had none. */
    public Report apply(Report report) {
        var ids = PrintedIds.of(report);
        notes.begin(report);
        try {
            return new ReportFrames((frame, kind) -> places(frame, kind, ids)).map(report);
        } catch (RuntimeException e) {
            notes.addInternal(e);
            return report;
        }
    }

    List<StackFrame> places(StackFrame frame, AddressKind kind, PrintedIds ids) {
        var query = FrameQuery.of(frame, kind);
        var file = query == null ? null : file(frame.module(), ids);
        if (file == null) {
            return List.of(frame);
        }
        var answer = file.find(query);
        if (answer.doubt() == FrameAnswer.Doubt.NONE) {
            notes.addFound(file);
        } else {
            // Stale frames on the stack may never have been return addresses
            notes.add(file, query, frame.reliable() ? answer.doubt() : FrameAnswer.Doubt.NONE);
            return List.of(frame);
        }
        return SymbolizedFrames.of(frame, answer.lines(), root(ids));
    }

    /** The file of the module, or of the kernel for null; null if there is none, which is noted. */
    private DebugFile file(String module, PrintedIds ids) {
        var file = find(module, ids);
        if (file.file() == null) {
            notes.add(file);
        }
        return file.file();
    }

    private FileSearchResult find(String module, PrintedIds ids) {
        var wanted = new FileQuery(module, ids.buildId(module), ids.release());
        var known = found.get(wanted);
        if (known == null) {
            known = files.find(wanted, module == null ? settings.vmlinux() : null);
            if (found.size() == MOST_WANTED) {
                found.clear();
            }
            found.put(wanted, known);
        }
        return known;
    }

    private SourceRoot root(PrintedIds ids) {
        var kernel = find(null, ids).file();
        return kernel == null ? SourceRoot.UNKNOWN : roots.computeIfAbsent(kernel, SourceRoot::of);
    }

    /** The reasons why frames have no places, since the last call. */
    public List<Diagnostic> diagnostics() {
        return notes.drain();
    }

    /** Ends the processes and removes unpacked files. */
    @Override
    public void close() {
        running.close();
        files.close();
    }
}
