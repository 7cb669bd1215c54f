/**
 * Forms of output, one in each package below. This one makes text safe to show, and styles and aligns it.
 */
package org.unsplat.render;
