/**
 * The last stage of the engine: whether a finished report is whole and contradicts itself nowhere. {@code complete} is
 * earned here. Each {@link org.unsplat.check.Rule} is one class; {@link org.unsplat.check.Checks} is the list of them.
 */
package org.unsplat.check;
