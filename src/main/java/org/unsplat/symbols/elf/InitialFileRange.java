package org.unsplat.symbols.elf;

/**
 * A range of code whose lines are in file 1 of their table.
 *
 * @param from its first address
 * @param to the address after the range
 * @param fileZero the name of file 0 in the table
 * @param fileOne the path of file 1
 */
record InitialFileRange(long from, long to, String fileZero, String fileOne) {

    boolean has(long address) {
        return Long.compareUnsigned(from, address) <= 0 && Long.compareUnsigned(address, to) < 0;
    }
}
