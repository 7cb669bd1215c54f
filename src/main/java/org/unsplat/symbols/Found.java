package org.unsplat.symbols;

/**
 * A debug file, or why there is none.
 *
 * @param file null where there is none
 * @param code of the diagnostic that tells why; null where there is one
 * @param message what that says
 */
record Found(DebugFile file, String code, String message) {

    static Found not(String code, String message) {
        return new Found(null, code, message);
    }
}
