package org.unsplat.symbols;

import java.util.ArrayList;
import java.util.List;

/** Build ids as hexadecimal digits. */
final class BuildId {

    /** {@code BUILD_ID_SIZE_MAX} bytes; the kernel fills a shorter one up with zeros ({@code parse_build_id_buf}). */
    private static final int PRINTED = 40;

    /** An {@code xxhash} has 8 bytes, {@code md5} and {@code uuid} have 16. */
    private static final int SHORTEST = 8;

    private BuildId() {}

    /** What a printed id may have been before it was filled up: itself, and what is left of it without zeros at its end. */
    static List<String> unpadded(String printed) {
        var ids = new ArrayList<String>();
        ids.add(printed);
        for (var id = printed; printed.length() == PRINTED && id.endsWith("00") && id.length() > SHORTEST; ) {
            id = id.substring(0, id.length() - 2);
            ids.add(id);
        }
        return ids;
    }

    /** Whether a log and a file speak of two builds; false where either does not say. */
    static boolean differ(String printed, String ofFile) {
        if (printed == null || ofFile == null || ofFile.length() > PRINTED) {
            return false;
        }
        return !printed.equals(ofFile + "0".repeat(PRINTED - ofFile.length())) && !printed.equals(ofFile);
    }
}
