/**
 * One screen for each report, for people at a terminal.
 */
package org.unsplat.render.show;
