/**
 * Pieces of RCU reports: the suspicious usage, and the state of RCU at that time.
 */
package org.unsplat.grammar.rcu;
