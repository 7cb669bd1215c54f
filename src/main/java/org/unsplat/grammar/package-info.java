/**
 * Pieces of kernel text, each described once, in both directions. A piece declares the types of its lines
 * ({@link org.unsplat.classify.LineType}), which say what is a line of it, whether it is whole, and what it says; which
 * report takes it is none of its business. Imports {@code model, input, classify, demangle}.
 *
 * <p>What users name, a task, a lock or a module, may hold anything but a newline. Java's dot stops at some more
 * characters that Unicode calls the end of a line, so a pattern that reads such names over a dot begins with
 * {@code (?d)}: then it stops at newlines alone.
 */
package org.unsplat.grammar;
