/**
 * Stack traces: symbols, frames of all architectures, register dumps, and the roles of functions.
 */
package org.unsplat.grammar.stack;
