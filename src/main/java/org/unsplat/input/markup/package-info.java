/**
 * Layers for what browsers, terminals and word processors add to the kernel's text or put in place of it: HTML, Markdown,
 * colours, control characters.
 */
package org.unsplat.input.markup;
