package org.unsplat.triage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unsplat.model.Report;

/**
 * The ids by which reports are compared, by versioned name:
 *
 * <table>
 * <caption>The inputs</caption>
 * <tr><td>{@code cycle/1}</td><td>{@link CycleFingerprint}: the lock classes of a deadlock, from wherever it is entered</td></tr>
 * <tr><td>{@code site/1}</td><td>{@link RaceSiteFingerprint}, {@link LockSiteFingerprint}: the functions at fault, and their locks</td></tr>
 * <tr><td>{@code stack/1}</td><td>{@link StackFingerprint}: the first functions of each stack</td></tr>
 * <tr><td>{@code cut/1}</td><td>{@link CutFingerprint}: what is left if there is neither of the first two</td></tr>
 * </table>
 *
 * <p>An id is absent if the report lacks a part of its inputs. The inputs contain nothing that differs between runs or builds:
 * comm, pid, cpu, address, offset, time, release, taint, caller, line number.
 */
public final class Fingerprints {

    /** The locks of a deadlock. */
    public static final String CYCLE = "cycle/1";
    /** The functions at fault. */
    public static final String SITE = "site/1";
    /** The functions that led there. */
    public static final String STACK = "stack/1";

    /** The remaining facts of a report that was cut. */
    public static final String CUT = "cut/1";

    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<String, List<String>> inputs = new LinkedHashMap<>();

    private Fingerprints() {}

    /**
     * Makes all ids of a report.
     *
     * @param title of the report; used where the report is not about a lock
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

    public Map<String, String> ids() {
        return Collections.unmodifiableMap(ids);
    }

    public Map<String, List<String>> inputs() {
        return Collections.unmodifiableMap(inputs);
    }
}
