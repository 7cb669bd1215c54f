package org.unsplat.triage;

import java.util.List;

/**
 * The differences between the bugs of two runs.
 *
 * @param added only in the newer run; bugs without an identity are always here
 * @param gone only in the older run
 * @param same in both runs
 */
public record RunDifference(List<Group> added, List<Group> gone, List<Pair> same) {

    /** A bug in both runs, with its reports in each. */
    public record Pair(Group before, Group after) {}

    public static RunDifference of(Groups before, Groups after) {
        var same = after.all().stream()
                .filter(group -> before.sameAs(group) != null)
                .map(group -> new Pair(before.sameAs(group), group))
                .toList();
        return new RunDifference(
                after.all().stream()
                        .filter(group -> before.sameAs(group) == null)
                        .toList(),
                before.all().stream()
                        .filter(group -> after.sameAs(group) == null)
                        .toList(),
                same);
    }
}
