package org.unsplat.symbols;

/**
 * A debug file, or the reason why there is none.
 *
 * @param file null if there is none
 * @param code the code of the diagnostic about the reason; null if there is a file
 * @param message the message of that diagnostic
 */
record FileOrReason(DebugFile file, String code, String message) {

    static FileOrReason of(DebugFile file) {
        return new FileOrReason(file, null, null);
    }

    static FileOrReason not(String code, String message) {
        return new FileOrReason(null, code, message);
    }
}
