package org.unsplat.render.html;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.model.Origin;
import org.unsplat.render.show.OriginSummary;

/** The details of the mail or commit that contains a report, with links where values are web addresses. */
final class OriginItems {

    private static final String ARCHIVE = "https://lore.kernel.org/all/";

    private final List<BugSection.Named> items = new ArrayList<>();

    private OriginItems() {}

    /** The items; empty if there is no origin. */
    static List<BugSection.Named> of(Origin origin) {
        var found = new OriginItems();
        if (origin != null) {
            found.add("subject", origin.subject(), null);
            found.add("date", origin.date(), null);
            found.add("list", origin.list(), null);
            found.add("message", origin.messageId(), ARCHIVE);
            found.add("syzbot", origin.syzbotId(), OriginSummary.DASHBOARD);
            found.add("commit", origin.commit(), null);
            found.address("tree", origin.tree());
            found.address("config", origin.config());
            found.address("log", origin.log());
            origin.reproducers().forEach(each -> found.address("reproducer", each));
            origin.links().forEach(each -> found.address("link", each));
            origin.fixes().forEach(each -> found.add("fixes", each, null));
        }
        return List.copyOf(found.items);
    }

    private void address(String name, String value) {
        if (value != null) {
            items.add(new BugSection.Named(name, value, WebLink.of(value)));
        }
    }

    /** @param before the address to which the value is appended, null if there is none */
    private void add(String name, String value, String before) {
        if (value != null) {
            items.add(new BugSection.Named(name, value, before == null ? null : WebLink.ofPart(before, value)));
        }
    }
}
