/**
 * The kernel text that {@code clean} prints: the canonical text of a report, and the trimmed one for a commit message.
 */
package org.unsplat.render.clean;
