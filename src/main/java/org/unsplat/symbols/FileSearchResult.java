package org.unsplat.symbols;

/**
 * A debug file, or the reason why there is none.
 *
 * @param file null if there is none
 * @param code the code of the diagnostic about the reason; null if there is a file
 * @param message the message of that diagnostic
 */
record FileSearchResult(DebugFile file, String code, String message) {

    static FileSearchResult of(DebugFile file) {
        return new FileSearchResult(file, null, null);
    }

    static FileSearchResult not(String code, String message) {
        return new FileSearchResult(null, code, message);
    }
}
