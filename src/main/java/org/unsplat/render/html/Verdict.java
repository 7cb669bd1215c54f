package org.unsplat.render.html;

import java.util.ArrayList;
import org.unsplat.render.TextTable;
import org.unsplat.render.show.HeadPhrases;
import org.unsplat.triage.Finding.State;

/**
 * The headline of a page.
 *
 * @param words the result in a few words
 * @param mood {@code bad}, {@code good} or {@code plain}
 */
record Verdict(String words, String mood) {

    /** The largest number of characters of a title in the headline. */
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

    /** The number of bugs that are not known, and the title if there is one only. */
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
