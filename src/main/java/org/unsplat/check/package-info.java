/**
 * The last stage of the engine checks whether a report is complete and consistent. A problem found here, or by the piece that
 * read the line, makes it incomplete. Each {@link org.unsplat.check.Rule} is a class; {@link org.unsplat.check.Checks} lists
 * them.
 */
package org.unsplat.check;
