/**
 * Locks, and the pieces that print them: held locks, dependencies, usage states, scenarios.
 */
package org.unsplat.grammar.lock;
