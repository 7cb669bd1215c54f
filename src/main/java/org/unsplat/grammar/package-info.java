/**
 * Pieces of kernel text, each described once for both directions. A piece declares the types of its lines
 * ({@link org.unsplat.classify.LineType}), which recognize and parse them. Which report gets a line is decided elsewhere.
 * Imports {@code model, input, classify, demangle}.
 *
 * <p>The name of a task, a lock or a module may contain any character but a newline. The dot of a Java regex stops at other
 * line terminators of Unicode too, so a pattern that matches such a name by a dot begins with {@code (?d)}, by which only
 * the newline terminates a line.
 */
package org.unsplat.grammar;
