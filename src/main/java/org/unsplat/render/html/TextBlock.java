package org.unsplat.render.html;

/** A text of the report that is folded and can be copied. */
record TextBlock(String title, String text) {}
