/**
 * Bytes of an input in memory: decompressed, searched eight at a time, and decoded to text line by line.
 */
package org.unsplat.input.bytes;
