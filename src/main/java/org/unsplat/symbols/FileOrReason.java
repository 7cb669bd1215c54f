package org.unsplat.symbols;

/**
 * A debug file, or why there is none.
 *
 * @param file null where there is none
 * @param code of the diagnostic that tells why; null where there is one
 * @param message what that says
 */
record FileOrReason(DebugFile file, String code, String message) {

    static FileOrReason of(DebugFile file) {
        return new FileOrReason(file, null, null);
    }

    static FileOrReason not(String code, String message) {
        return new FileOrReason(null, code, message);
    }
}
