package org.unsplat.triage;

import java.util.List;

/**
 * What became of the bugs of one run in another.
 *
 * @param added only in the newer; those without an identity are always new
 * @param gone only in the older
 * @param same in both
 */
public record RunDifference(List<Group> added, List<Group> gone, List<Pair> same) {

    /** One bug in both runs, which may differ in how often it was seen. */
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
