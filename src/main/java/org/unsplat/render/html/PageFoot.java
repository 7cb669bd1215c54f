package org.unsplat.render.html;

import java.util.List;

/** The part below the bugs: the meaning of their kinds, and the program's version. */
record PageFoot(List<KindItem> kinds, String version) {

    /** A kind with its meaning and remedy. */
    record KindItem(String kind, String title, String meaning, String remedy, String page) {}
}
