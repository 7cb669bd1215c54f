package org.unsplat.triage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.unsplat.model.Report;

/**
 * The sameness ids of a report, by versioned name:
 *
 * <table>
 * <caption>What goes in</caption>
 * <tr><td>{@code cycle/1}</td><td>{@link CycleRecipe}: the lock classes of a deadlock, wherever one enters it</td></tr>
 * <tr><td>{@code site/1}</td><td>{@link RaceSite}, {@link LockSite}: the functions at fault, and their locks</td></tr>
 * <tr><td>{@code stack/1}</td><td>{@link StackRecipe}: the first functions of each stack</td></tr>
 * </table>
 *
 * <p>None of them is there where a part that it needs is not: there is no hash of garbage. What differs from run to
 * run or build to build never goes in: comm, pid, cpu, address, offset, time, release, taint, caller, line number.
 */
public final class Fingerprints {

    /** Which locks a deadlock goes through. */
    public static final String CYCLE = "cycle/1";
    /** Which functions are at fault. */
    public static final String SITE = "site/1";
    /** Which functions led there. */
    public static final String STACK = "stack/1";

    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<String, List<String>> inputs = new LinkedHashMap<>();

    private Fingerprints() {
    }

    /** Looks at every part of the draft but its fingerprints. */
    public static Fingerprints of(Report draft) {
        var found = new Fingerprints();
        var site = draft.race() != null ? RaceSite.of(draft) : LockSite.of(draft);
        Stream.of(new Recipe(CYCLE, CycleRecipe.of(draft)), new Recipe(SITE, site),
                new Recipe(STACK, StackRecipe.of(draft))).forEach(found::add);
        return found;
    }

    private record Recipe(String name, List<String> inputs) {
    }

    private void add(Recipe recipe) {
        if (recipe.inputs != null && recipe.inputs.stream().allMatch(Objects::nonNull)) {
            ids.put(recipe.name, new Fingerprint(recipe.name, recipe.inputs).id());
            inputs.put(recipe.name, recipe.inputs);
        }
    }

    /** The ids. */
    public Map<String, String> ids() {
        return ids;
    }

    /** What each id was made of. */
    public Map<String, List<String>> inputs() {
        return inputs;
    }
}
