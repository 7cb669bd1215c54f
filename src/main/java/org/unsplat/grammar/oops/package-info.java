/**
 * Pieces that other parts of the kernel print around the reports of lockdep: heads of warnings and oopses, dumps of a task
 * with its stack, modules, irq traces.
 */
package org.unsplat.grammar.oops;
