package org.unsplat.symbols.tool;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code addr2line -afi} of GNU binutils. It prints the address, then two lines for each function that contains it, and no end
 * mark. So each query also asks for an address that no file has, whose answer marks the end.
 *
 * <pre>
 * 0xffffffff812b459d
 * __mutex_lock_common
 * /usr/src/linux/kernel/locking/rtmutex_api.c:519
 * mutex_lock_nested
 * /usr/src/linux/kernel/locking/rtmutex_api.c:531 (discriminator 3)
 * 0xffffffffffffffff
 * ??
 * ??:0
 * </pre>
 *
 * <p>Up to 2.40 at least, it may name the wrong file for a function of a header that is the first of a DWARF 5 unit, because it
 * uses entry 0 of the file table instead of entry 1. {@code llvm-symbolizer} does not.
 */
final class GnuAddr2line implements Symbolizer {

    /** The largest number of lines of an answer; at most about ten functions are inlined into one of the kernel's. */
    private static final int MOST_LEVELS = 500;

    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-f]{8,16}");
    private static final Pattern PLACE = Pattern.compile("(.+):(\\d{1,9}|\\?)(?: \\(discriminator \\d+\\))?");
    private static final String UNKNOWN = "??";

    private final ToolProcess process;

    /** @param section the section that contains the addresses, null if they are those of the whole file */
    GnuAddr2line(Path program, Path file, String section, Duration timeout) throws SymbolizerFailure {
        var command = new ArrayList<>(
                List.of(program.toString(), "-afi", "-e", file.toAbsolutePath().toString()));
        if (section != null) {
            command.addAll(List.of("-j", section));
        }
        process = new ToolProcess(command, timeout);
    }

    @Override
    public List<SourceLine> lines(long address) throws SymbolizerFailure {
        process.ask("0x" + Long.toHexString(address) + "\n0xffffffffffffffff\n");
        var head = process.line();
        if (!ADDRESS.matcher(head).matches() || Long.parseUnsignedLong(head, 2, head.length(), 16) != address) {
            throw process.strange(head);
        }
        var levels = new ArrayList<SourceLine>();
        var function = process.line();
        while (!ADDRESS.matcher(function).matches()) {
            if (levels.size() == MOST_LEVELS) {
                throw process.strange(function);
            }
            levels.add(level(function, process.line()));
            function = process.line();
        }
        if (levels.isEmpty()
                || !process.line().equals(UNKNOWN)
                || !process.line().startsWith(UNKNOWN)) {
            throw process.strange(function);
        }
        return levels;
    }

    private SourceLine level(String function, String printed) throws SymbolizerFailure {
        var place = PLACE.matcher(printed);
        if (!place.matches()) {
            throw process.strange(printed);
        }
        return SourceLine.printed(
                function, place.group(1), place.group(2).equals("?") ? 0 : Integer.parseInt(place.group(2)));
    }

    @Override
    public boolean mistakesFirstFiles() {
        return true;
    }

    @Override
    public void close() {
        process.close();
    }
}
