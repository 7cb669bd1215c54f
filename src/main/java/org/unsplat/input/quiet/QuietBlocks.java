package org.unsplat.input.quiet;

import org.unsplat.input.bytes.QuietLines;

/** Finds quiet lines by the rules that hold at the moment, in a thread of its own. */
final class QuietBlocks implements QuietLines.Finder {

    private final QuietScan scan = new QuietScan(new Triggers());
    private volatile Rules rules;

    /** @param newRules null if nobody wants to know */
    void follow(Rules newRules) {
        rules = newRules;
    }

    @Override
    public Object rulesOfQuiet(byte[] bytes, int from, int to) {
        var now = rules;
        if (now == null) {
            return null;
        }
        scan.follow(now);
        scan.restart(bytes, from);
        return scan.find(bytes, from, to) < 0 && scan.isUneventful() ? now : null;
    }
}
