/**
 * Layers for text that people set off: quoting with {@code >} and {@code |}, indentation, and patches.
 */
package org.unsplat.input.quoting;
