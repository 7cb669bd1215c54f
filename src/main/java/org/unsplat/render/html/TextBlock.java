package org.unsplat.render.html;

/**
 * A text of the report that can be copied.
 *
 * @param isOpen whether it is shown unfolded
 */
record TextBlock(String title, String text, boolean isOpen) {}
