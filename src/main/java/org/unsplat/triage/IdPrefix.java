package org.unsplat.triage;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * The beginning of a sameness id, as a user names it: {@code 0d6539a1}, or {@code site/1 0d6539a1} where it is to be one
 * of that name.
 *
 * @param name with the version of its recipe, null for any
 */
public record IdPrefix(String name, String start) {

    private static final Pattern FORM = Pattern.compile("(?:([a-z]+/\\d{1,3})\\s+)?([0-9a-f]{1,16})");

    /** Null where the text is no beginning of an id. */
    public static IdPrefix of(String text) {
        var form = FORM.matcher(text.strip());
        return form.matches() ? new IdPrefix(form.group(1), form.group(2)) : null;
    }

    /** Whether one of these ids, by name, begins so. */
    public boolean isOfAny(Map<String, String> fingerprints) {
        return fingerprints.entrySet().stream().anyMatch(each -> begins(each.getKey(), each.getValue()));
    }

    /** Whether this id begins so. */
    public boolean begins(String idName, String id) {
        return (name == null || name.equals(idName)) && id.startsWith(start);
    }
}
