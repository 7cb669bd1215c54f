/**
 * The first stage of the engine: which kind of line a line is. The pieces of {@code grammar} declare the types of the
 * lines that they are made of ({@link org.unsplat.classify.LineType}); {@link org.unsplat.classify.Classifier} is the
 * table of them all. What a type reads goes along with the line, and is what the pieces use later. Imports
 * {@code input}.
 */
package org.unsplat.classify;
