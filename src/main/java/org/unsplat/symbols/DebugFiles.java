package org.unsplat.symbols;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.unsplat.model.Diagnostic;
import org.unsplat.symbols.FileSearch.Split;

/** The debug files of the kernels and modules of a run, which are read once and kept. */
final class DebugFiles implements AutoCloseable {

    /** The largest number of files kept; the least recently used one is dropped, and read again when needed. */
    static final int MOST_FILES = 256;

    /** The largest number of symbols kept, of about 45 bytes each; a single file may have more. */
    private static final int MOST_SYMBOLS = 1 << 19;

    private final DebugDirs dirs;
    private final CandidateFiles candidates;
    private final ToolPool running;
    private final Map<List<Path>, DebugFile> files = new HashMap<>();
    private final Consumer<DebugFile> forgotten;

    /** @param forgotten is called with each file that is dropped */
    DebugFiles(SymbolSettings settings, ToolPool running, Consumer<DebugFile> forgotten) {
        this.dirs = new DebugDirs(settings.debugDirs());
        this.candidates = new CandidateFiles(dirs, settings.temporary());
        this.running = running;
        this.forgotten = forgotten;
    }

    /** @param given the file that the user named, or null */
    FileSearchResult find(FileQuery wanted, Path given) {
        var search = new FileSearch(wanted, given, dirs, candidates);
        var split = search.run();
        if (split == null) {
            return search.reason();
        }
        try {
            return kept(split);
        } catch (IOException e) {
            return CandidateFiles.unreadable(split.stripped().path(), CandidateFiles.reason(e));
        }
    }

    private FileSearchResult kept(Split split) throws IOException {
        var key = List.of(split.stripped().path(), split.lines().path());
        var known = files.get(key);
        if (known != null) {
            return FileSearchResult.of(known);
        }
        var elf = split.lines().elf();
        var own = elf.symbols();
        var symbols = own.isEmpty() ? split.stripped().elf().symbols() : own;
        if (symbols.isEmpty()) {
            return FileSearchResult.not(
                    Diagnostic.SYMBOLS_MISSING,
                    split.stripped().path() + ": has no symbols: give the file before it was stripped");
        }
        var file = new DebugFile(split.lines(), symbols, running);
        files.put(key, file);
        forgetOldest();
        return FileSearchResult.of(file);
    }

    private void forgetOldest() {
        long symbols = files.values().stream().mapToLong(DebugFile::symbols).sum();
        while (files.size() > 1 && (files.size() > MOST_FILES || symbols > MOST_SYMBOLS)) {
            var oldest = Collections.min(files.values(), Comparator.comparingLong(DebugFile::lastUse));
            files.values().remove(oldest);
            symbols -= oldest.symbols();
            forgotten.accept(oldest);
        }
    }

    @Override
    public void close() {
        candidates.close();
    }
}
