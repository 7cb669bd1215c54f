package org.unsplat.triage;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * The beginning of an id as a user gives it: {@code 0d6539a1}, or {@code site/1 0d6539a1} for an id of that name.
 *
 * @param name includes the version of the recipe; null for any name
 */
public record IdPrefix(String name, String start) {

    private static final Pattern FORM = Pattern.compile("(?:([a-z]+/\\d{1,3})\\s+)?([0-9a-f]{1,16})");

    /** Parses the text; null if it is not the beginning of an id. */
    public static IdPrefix of(String text) {
        var form = FORM.matcher(text.strip());
        return form.matches() ? new IdPrefix(form.group(1), form.group(2)) : null;
    }

    /** Whether one of these ids begins like this. */
    public boolean isOfAny(Map<String, String> fingerprints) {
        return fingerprints.entrySet().stream().anyMatch(each -> begins(each.getKey(), each.getValue()));
    }

    /** Whether this id begins like this. */
    public boolean begins(String idName, String id) {
        return (name == null || name.equals(idName)) && id.startsWith(start);
    }
}
