package org.unsplat.render.html;

/** A text of the report that is shown on demand and can be copied. */
record TextBlock(String title, String text) {}
