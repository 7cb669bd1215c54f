/**
 * One screen a report, for people at a terminal.
 */
package org.unsplat.render.show;
