package org.unsplat.symbols.elf;

/**
 * A run of code whose lines are of file 1 of their table.
 *
 * @param from its first address
 * @param to the address behind it
 * @param fileZero what the table calls file 0
 * @param fileOne the path of file 1
 */
record FirstRows(long from, long to, String fileZero, String fileOne) {

    boolean has(long address) {
        return Long.compareUnsigned(from, address) <= 0 && Long.compareUnsigned(address, to) < 0;
    }
}
