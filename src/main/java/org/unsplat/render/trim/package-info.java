/**
 * Kernel text: the canonical text of a report, and the short one for a commit message.
 */
package org.unsplat.render.trim;
