package org.unsplat.render.ci;

import java.util.List;
import org.unsplat.model.InputInfo;
import org.unsplat.render.SafeText;

/** One line about where lock coverage ended. */
public final class LockdepOffText {

    private LockdepOffText() {}

    /** The line for all inputs in which lockdep turned itself off; empty if there are none. */
    static List<String> lines(List<InputInfo> inputs) {
        if (inputs.isEmpty()) {
            return List.of();
        }
        var first = inputs.get(0);
        return List.of(
                inputs.size() == 1
                        ? line(first)
                        : "lockdep is off in " + inputs.size() + " inputs, in the first from " + fromWhere(first));
    }

    /** The line for one input in which lockdep turned itself off. */
    public static String line(InputInfo input) {
        return "lockdep is off from " + fromWhere(input);
    }

    private static String fromWhere(InputInfo input) {
        return FindingText.where(input.name(), input.lockdepOff().line()) + " on: "
                + SafeText.visible(input.lockdepOff().reason());
    }
}
