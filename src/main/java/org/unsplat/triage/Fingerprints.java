package org.unsplat.triage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unsplat.model.Report;

/**
 * The sameness ids of a report, by versioned name:
 *
 * <table>
 * <caption>What goes in</caption>
 * <tr><td>{@code cycle/1}</td><td>{@link CycleFingerprint}: the lock classes of a deadlock, wherever one enters it</td></tr>
 * <tr><td>{@code site/1}</td><td>{@link RaceSiteFingerprint}, {@link LockSiteFingerprint}: the functions at fault, and their locks</td></tr>
 * <tr><td>{@code stack/1}</td><td>{@link StackFingerprint}: the first functions of each stack</td></tr>
 * <tr><td>{@code cut/1}</td><td>{@link CutFingerprint}: what is left where neither of the first two is there</td></tr>
 * </table>
 *
 * <p>An id is absent where the report lacks a part that it is made of: there is no hash of garbage. Nothing goes in that
 * differs from run to run or from build to build: comm, pid, cpu, address, offset, time, release, taint, caller, line number.
 */
public final class Fingerprints {

    /** Which locks a deadlock goes through. */
    public static final String CYCLE = "cycle/1";
    /** Which functions are at fault. */
    public static final String SITE = "site/1";
    /** Which functions led there. */
    public static final String STACK = "stack/1";

    /** What a report that was cut still tells. */
    public static final String CUT = "cut/1";

    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<String, List<String>> inputs = new LinkedHashMap<>();

    private Fingerprints() {}

    /**
     * Of the facts of the report.
     *
     * @param title of the report: it tells what the report is about where no lock does
     */
    public static Fingerprints of(Report report, String title) {
        var found = new Fingerprints();
        found.add(CYCLE, CycleFingerprint.of(report));
        found.add(SITE, report.race() != null ? RaceSiteFingerprint.of(report) : LockSiteFingerprint.of(report, title));
        found.add(STACK, StackFingerprint.of(report));
        if (!found.ids.containsKey(CYCLE) && !found.ids.containsKey(SITE)) {
            found.add(CUT, CutFingerprint.of(report, title));
        }
        return found;
    }

    private void add(String name, List<String> recipe) {
        if (recipe != null) {
            ids.put(name, new Fingerprint(name, recipe).id());
            inputs.put(name, List.copyOf(recipe));
        }
    }

    /** The ids. */
    public Map<String, String> ids() {
        return Collections.unmodifiableMap(ids);
    }

    /** What each id was made of. */
    public Map<String, List<String>> inputs() {
        return Collections.unmodifiableMap(inputs);
    }
}
