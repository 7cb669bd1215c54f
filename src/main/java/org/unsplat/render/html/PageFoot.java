package org.unsplat.render.html;

import java.util.List;

/** What stands below the bugs: what the kinds of the page mean, and who made it. */
record PageFoot(List<KindItem> kinds, String version) {

    /** A kind and what to do about it. */
    record KindItem(String kind, String title, String meaning, String remedy, String page) {}
}
