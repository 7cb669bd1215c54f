package org.unsplat.render.html;

import java.util.List;

/**
 * A stack under its title.
 *
 * @param title null where what stands above it says what it is
 * @param folded the frames that are shown on demand
 * @param more what their fold is called: {@code 12 more, to ret_from_fork}
 */
record StackBlock(String title, List<FrameItem> frames, List<FrameItem> folded, String more) {

    /** All in sight. */
    static StackBlock open(String title, List<FrameItem> frames) {
        return new StackBlock(title, frames, List.of(), null);
    }

    /** All behind their title. */
    static StackBlock closed(String title, List<FrameItem> frames) {
        return new StackBlock(null, List.of(), frames, title);
    }
}
