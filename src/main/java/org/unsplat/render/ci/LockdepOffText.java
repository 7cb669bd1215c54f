package org.unsplat.render.ci;

import java.util.List;
import org.unsplat.model.InputInfo;
import org.unsplat.render.SafeText;

/** One line that says from where on runs had no lock coverage. */
final class LockdepOffText {

    private LockdepOffText() {}

    /** Of the inputs in which lockdep switched itself off; none where there is none. */
    static List<String> lines(List<InputInfo> inputs) {
        if (inputs.isEmpty()) {
            return List.of();
        }
        var first = inputs.get(0);
        var where = FindingText.where(first.name(), first.lockdepOff().line());
        var reason = SafeText.visible(first.lockdepOff().reason());
        return List.of(
                inputs.size() == 1
                        ? "lockdep is off from " + where + " on: " + reason
                        : "lockdep is off in " + inputs.size() + " inputs, in the first from " + where + " on: "
                                + reason);
    }
}
