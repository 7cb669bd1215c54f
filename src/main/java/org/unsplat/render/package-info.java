/**
 * One writer per form of output, and the reader of our own JSON. The only package that knows Jackson, of which it
 * uses the streaming API alone: {@link org.unsplat.render.JsonWriter} is the schema's one readable page.
 */
package org.unsplat.render;
