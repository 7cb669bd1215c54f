package org.unsplat.render.show;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.model.Origin;

/** The mail or commit that contains a report, as lines. */
public final class OriginSummary {

    /** The address of a bug on syzbot's dashboard, without its id. */
    public static final String DASHBOARD = "https://syzkaller.appspot.com/bug?extid=";

    private OriginSummary() {}

    static List<String> lines(Origin origin) {
        var lines = new ArrayList<String>();
        if (origin.subject() != null) {
            lines.add("from \"" + origin.subject() + "\"" + (origin.date() == null ? "" : ", " + origin.date()));
        }
        if (origin.syzbotId() != null) {
            lines.add("syzbot " + origin.syzbotId() + ", " + DASHBOARD + origin.syzbotId());
        }
        return lines;
    }
}
