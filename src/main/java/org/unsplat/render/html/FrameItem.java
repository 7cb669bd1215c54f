package org.unsplat.render.html;

/**
 * A line of a stack.
 *
 * @param name of the function, with its offset where no file is known
 * @param place file and line, or the module; empty where neither is known
 * @param href where the place is shown, or null
 * @param style {@code at} for the frame that the report is about, {@code tool} for what says nothing of the bug, or null
 */
record FrameItem(String name, String place, String href, String style) {}
