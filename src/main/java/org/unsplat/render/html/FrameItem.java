package org.unsplat.render.html;

/**
 * A line of a stack.
 *
 * @param name the function, with its offset if the file is unknown
 * @param place file and line, or the module; empty if neither is known
 * @param href a link to the place, or null
 * @param style {@code at} for the frame that the report is about, {@code tool} for a frame that is not informative, or null
 */
record FrameItem(String name, String place, String href, String style) {}
