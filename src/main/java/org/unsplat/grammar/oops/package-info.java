/**
 * Pieces that other parts of the kernel print around lockdep's: heads of warnings and oopses, dumps of the CPU with its
 * stack, modules, interrupt traces.
 */
package org.unsplat.grammar.oops;
