/**
 * The bytes of an input: decompressed, searched eight at a time, and decoded to lines.
 */
package org.unsplat.input.bytes;
