package org.unsplat.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.unsplat.render.show.SourceText;

/**
 * The kernel's source below a folder that the user names. A report says which file of it is read: none that lies
 * elsewhere, wherever its name or a link may lead.
 */
final class SourceDir implements SourceText {

    /** The largest files of the kernel are headers of registers, of some ten MB. */
    private static final long LARGEST = 1 << 24;

    private final Path folder;
    private int missed;
    private boolean used;

    /** A usage error where it is no folder. */
    SourceDir(Path folder, Command command) {
        if (folder.toString().isEmpty()) {
            throw command.usageError("--source: expected a directory, found ''");
        }
        try {
            this.folder = folder.toRealPath();
        } catch (IOException e) {
            throw command.usageError("--source: " + folder + " is no directory");
        }
        if (!Files.isDirectory(folder)) {
            throw command.usageError("--source: " + folder + " is no directory");
        }
    }

    @Override
    public List<Line> around(String file, int line) {
        var found = read(file, line);
        used |= !found.isEmpty();
        missed += found.isEmpty() ? 1 : 0;
        return found;
    }

    /** What to tell the user where nothing was found though it was looked for; null where all is well. */
    String complaint() {
        return used || missed == 0
                ? null
                : "--source: none of the lines is below " + folder + ": give the folder of the kernel's source";
    }

    private List<Line> read(String file, int line) {
        try {
            var path = folder.resolve(file).toRealPath();
            boolean readable = path.startsWith(folder) && Files.isRegularFile(path) && Files.size(path) <= LARGEST;
            return readable ? lines(path, line) : List.of();
        } catch (IOException | InvalidPathException e) {
            // It is of another version, or made by the build
            return List.of();
        }
    }

    private static List<Line> lines(Path path, int line) throws IOException {
        var found = new ArrayList<Line>();
        try (var reader =
                new BufferedReader(new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8))) {
            for (int number = 1; number <= line + 1; number++) {
                var text = reader.readLine();
                if (text == null) {
                    break;
                }
                if (number >= line - 1) {
                    found.add(new Line(number, text));
                }
            }
        }
        return found.stream().anyMatch(each -> each.number() == line) ? found : List.of();
    }
}
