package org.unsplat.triage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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

    private static final int BYTES = 8;
    /** Cloned for each use, which is cheaper than looking the algorithm up again. */
    private static final MessageDigest SHA_256 = sha256();

    /**
     * The first 16 hexadecimal digits of the SHA-256 of the name and the inputs, one on each line:
     * {@code printf '%s\n' site/1 kcsan-data-race ... | sha256sum | cut -c1-16}.
     */
    String id() {
        var text = name + "\n" + String.join("\n", inputs) + "\n";
        try {
            var hash = ((MessageDigest) SHA_256.clone()).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e); // Java's own implementation can be cloned
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
