/**
 * The last stage of the engine: whether a finished report is whole and contradicts itself nowhere. A problem that is
 * found here, or by the piece that read the line, makes it incomplete. Each {@link org.unsplat.check.Rule} is one
 * class; {@link org.unsplat.check.Checks} is the list of them.
 */
package org.unsplat.check;
