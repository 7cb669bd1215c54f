package org.unsplat.render.html;

import java.util.List;

/**
 * A stack with its title.
 *
 * @param title null if the text above says what it is
 * @param folded further frames, folded
 * @param more the title of the fold: {@code 12 more, to ret_from_fork}
 */
record StackBlock(String title, List<FrameItem> frames, List<FrameItem> folded, String more) {

    /** A stack that is folded under its title. */
    static StackBlock closed(String title, List<FrameItem> frames) {
        return new StackBlock(null, List.of(), frames, title);
    }
}
