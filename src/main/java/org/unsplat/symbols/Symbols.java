package org.unsplat.symbols;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unsplat.model.Diagnostic;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;
import org.unsplat.symbols.tool.SymbolizerFailure;

/**
 * The symbols that the user gave: a report comes out with file, line and inlined functions in its frames, and is the same
 * in all else. What keeps frames from having them becomes a diagnostic.
 */
public final class Symbols implements AutoCloseable {

    /** Kernels and modules of all logs of a run that are kept open; beyond, the one that was not used for longest is closed. */
    private static final int MOST_OPEN = 32;

    /** Which file is wanted; a build id and a release are null where the log has none. */
    private record Wanted(String module, String buildId, String release) {}

    private final SymbolSettings options;
    private final DebugFiles files;
    private final SymbolNotes notes = new SymbolNotes();
    private final Map<Wanted, Found> found = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Wanted, Found> eldest) {
            if (size() > MOST_OPEN && eldest.getValue().file() != null) {
                roots.remove(eldest.getValue().file());
                files.forget(eldest.getValue().file());
            }
            return size() > MOST_OPEN;
        }
    };
    private final Map<DebugFile, SourceRoot> roots = new LinkedHashMap<>();

    /**
     * Looks at what was given, and starts nothing yet.
     *
     * @throws IOException where it cannot be used; the message names the option and says why
     */
    public Symbols(SymbolSettings options) throws IOException {
        this.options = options;
        var tools = new Tools(options.symbolizer(), options.searchPath(), options.timeout());
        this.files = new DebugFiles(options.debugDirs(), tools);
        for (var folder : options.debugDirs()) {
            if (!Files.isDirectory(folder)) {
                throw new IOException("--debug-dir: " + folder + " is no directory");
            }
        }
        try {
            tools.check();
        } catch (SymbolizerFailure e) {
            throw new IOException("--symbolizer: " + e.getMessage());
        }
        if (options.vmlinux() != null) {
            var kernel = files.kernel(options.vmlinux(), null, null);
            if (kernel.file() == null) {
                files.close();
                throw new IOException("--vmlinux: " + kernel.message());
            }
        }
    }

    /** The report with places where its frames had none. */
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
        if (answer.doubt() != Answer.Doubt.NONE) {
            // What was left on the stack may never have been the address of a call
            notes.add(file, query, frame.reliable() ? answer.doubt() : Answer.Doubt.NONE);
            return List.of(frame);
        }
        return PlacedFrames.of(frame, answer.lines(), root(ids));
    }

    /** The file of the module, or of the kernel where that is null; null where there is none, which is noted. */
    private DebugFile file(String module, PrintedIds ids) {
        var file = find(module, ids);
        if (file.file() == null) {
            notes.add(file);
        }
        return file.file();
    }

    private Found find(String module, PrintedIds ids) {
        var wanted = new Wanted(module, ids.buildId(module), ids.release());
        var known = found.get(wanted);
        if (known == null) {
            known = module == null
                    ? files.kernel(options.vmlinux(), wanted.buildId(), wanted.release())
                    : files.module(module, wanted.buildId(), wanted.release());
            found.put(wanted, known);
        }
        return known;
    }

    private SourceRoot root(PrintedIds ids) {
        var kernel = find(null, ids).file();
        return kernel == null ? SourceRoot.UNKNOWN : roots.computeIfAbsent(kernel, SourceRoot::of);
    }

    /** What kept frames from having places since this was last asked. */
    public List<Diagnostic> diagnostics() {
        return notes.drain();
    }

    /** Ends the programs, and removes what was unpacked. */
    @Override
    public void close() {
        files.close();
    }
}
