/**
 * Stack traces: symbols, frames of all architectures, register dumps, and the role of a function.
 */
package org.unsplat.grammar.stack;
