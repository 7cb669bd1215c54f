/**
 * The first stage of the engine finds the type of each line. The pieces of {@code grammar} declare the
 * {@link org.unsplat.classify.LineType}s of their lines, and {@link org.unsplat.classify.Classifier} is the table of them
 * all. The result of the parse stays with the line for the pieces to use. Imports {@code input}.
 */
package org.unsplat.classify;
