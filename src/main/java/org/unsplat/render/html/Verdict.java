package org.unsplat.render.html;

import java.util.ArrayList;
import org.unsplat.render.TextTable;
import org.unsplat.render.show.HeadPhrases;
import org.unsplat.triage.Finding.State;

/**
 * What a page says first.
 *
 * @param words the result in a few of them
 * @param mood {@code bad}, {@code good} or {@code plain}
 */
record Verdict(String words, String mood) {

    /** The title of a single bug is cut to so many characters. */
    private static final int LONGEST = 100;

    static Verdict of(PageContent content) {
        var result = content.result();
        var bugs = result.comparison().unexpected();
        if (!result.run().failures().isEmpty()) {
            return new Verdict("The scan failed, so this proves nothing", "bad");
        }
        if (content.purpose() == PageContent.Purpose.SHOW) {
            return new Verdict(bugs.isEmpty() ? "No report" : bugs(content), "plain");
        }
        if (!bugs.isEmpty()) {
            return new Verdict(bugs(content), "bad");
        }
        return result.lacksLockdep()
                ? new Verdict("Lockdep was off, which this run requires", "bad")
                : new Verdict(content.isCompared() ? "Nothing new" : "No bug", "good");
    }

    /** How many there are that are not known, and of a single one which it is. */
    private static String bugs(PageContent content) {
        var comparison = content.result().comparison();
        var bugs = comparison.unexpected();
        var words = new ArrayList<String>();
        add(comparison.count(State.NEW), content.isCompared() ? "new bug" : "bug", "", words);
        add(comparison.count(State.EXPIRED), "bug", " whose entry in the baseline has expired", words);
        var title = bugs.size() > 1 ? "" : HeadPhrases.title(bugs.get(0).group().first());
        return String.join(" and ", words) + (title.isEmpty() ? "" : ": " + TextTable.cutInTheMiddle(title, LONGEST));
    }

    private static void add(int count, String what, String end, ArrayList<String> words) {
        if (count > 0) {
            words.add(PageHeads.plural(count, what) + end);
        }
    }
}
