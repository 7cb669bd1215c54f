/**
 * Output formats, one in each package below. This package makes text safe, styles and aligns it.
 */
package org.unsplat.render;
