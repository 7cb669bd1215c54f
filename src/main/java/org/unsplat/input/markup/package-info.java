/**
 * Layers for what browsers, terminals and word processors put between or in place of the kernel's characters: HTML,
 * Markdown, colours, control characters.
 */
package org.unsplat.input.markup;
