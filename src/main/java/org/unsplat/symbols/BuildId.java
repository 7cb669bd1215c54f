package org.unsplat.symbols;

/** Build ids as hexadecimal digits. */
final class BuildId {

    /** {@code BUILD_ID_SIZE_MAX} bytes; the kernel fills a shorter one up with zeros ({@code parse_build_id_buf}). */
    private static final int PRINTED = 40;

    private BuildId() {}

    /** Whether a log and a file speak of two builds; false where either does not say. */
    static boolean differ(String printed, String ofFile) {
        if (printed == null || ofFile == null || ofFile.length() > PRINTED) {
            return false;
        }
        return !printed.equals(ofFile + "0".repeat(PRINTED - ofFile.length())) && !printed.equals(ofFile);
    }
}
