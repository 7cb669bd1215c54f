package org.unsplat.symbols;

import java.util.ArrayList;
import java.util.List;

/** Operations on build ids, which are hexadecimal digits. */
final class BuildId {

    /** The digits of {@code BUILD_ID_SIZE_MAX} bytes; the kernel pads shorter ids with zeros ({@code parse_build_id_buf}). */
    private static final int PRINTED = 40;

    /** In digits, half of the shortest known id: an {@code xxhash} has 8 bytes, {@code md5} and {@code uuid} have 16. */
    private static final int SHORTEST = 8;

    private BuildId() {}

    /** The ids that a printed one may stand for: itself, and itself without padding zeros. */
    static List<String> unpadded(String printed) {
        var ids = new ArrayList<String>();
        ids.add(printed);
        for (var id = printed; printed.length() == PRINTED && id.endsWith("00") && id.length() > SHORTEST; ) {
            id = id.substring(0, id.length() - 2);
            ids.add(id);
        }
        return ids;
    }

    /** Whether a log and a file are of different builds; false if either has no id. */
    static boolean differ(String printed, String ofFile) {
        if (printed == null || ofFile == null || ofFile.length() > PRINTED) {
            return false;
        }
        return !printed.equals(ofFile + "0".repeat(PRINTED - ofFile.length())) && !printed.equals(ofFile);
    }
}
