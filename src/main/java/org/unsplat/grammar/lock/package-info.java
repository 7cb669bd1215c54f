/**
 * Locks and the pieces that list them: held locks, dependencies, usage states, scenarios.
 */
package org.unsplat.grammar.lock;
