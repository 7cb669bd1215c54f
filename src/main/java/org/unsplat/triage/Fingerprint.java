package org.unsplat.triage;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * An id for comparing reports, and the inputs from which it is made: {@code site/1} of {@code kcsan-data-race},
 * {@code plain read in a}, {@code plain write in b}.
 *
 * @param name includes the version of the recipe; a changed recipe gets a new name
 * @param inputs everything that goes into the id
 */
record Fingerprint(String name, List<String> inputs) {

    /**
     * The first 16 hexadecimal digits of the SHA-256 of the name and the inputs, one on each line:
     * {@code printf '%s\n' site/1 kcsan-data-race ... | sha256sum | cut -c1-16}.
     */
    String id() {
        var text = name + "\n" + String.join("\n", inputs) + "\n";
        return HexFormat.of().toHexDigits(Sha256.first64Bits(text.getBytes(StandardCharsets.UTF_8)));
    }
}
