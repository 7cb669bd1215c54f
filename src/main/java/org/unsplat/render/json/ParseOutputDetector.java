package org.unsplat.render.json;

import java.util.regex.Pattern;

/**
 * Recognizes the output of {@code parse} by its beginning: its own first members, or those that {@code jq} puts first when it
 * sorts or selects members. Anything else is a log, because a console may print JSON too. So a member name that others also
 * use counts only with a value like ours.
 */
public final class ParseOutputDetector {

    /** Compiled only for an input that may be JSON: that takes longer than reading a small log. */
    private static final class Start {

        private static final String OURS =
                "(?:id\" : \"r\\d|(?:kind|family)\" : \"(?:kcsan|lockdep)|(?:headline|where|complete|unparsed|foreign"
                        + "|explanation|race|lockdep|fingerprints|fingerprint_inputs)\")";

        private static final String SHORT = "(?:\"(?:[^\"\\\\]|\\\\.)*+\"|true|false|\\[ \\])";

        private static final String REPORT = spaced("\\{ \"(?:id\" : \"r\\d|(?:kind|family)\" : \"(?:kcsan|lockdep)"
                + "|(?:backtrace|problems|unparsed)\" : \\[ \\{|foreign\" : \\[ \\d|text\" : \\[|(?:lockdep|fingerprints|fingerprint_inputs)\" : \\{"
                + "|where\" : \\{ \"(?:input|lines|caller)|race\" : \\{ \"(?:bug|accesses)"
                + "|origin\" : \\{ \"(?:syzbot_id|message_id|subject|links|fixes)|system\" : \\{ \"(?:kernel|build|cpu|hardware|comm)"
                + "|(?:title|headline|explanation|complete|problems|unparsed|foreign|backtrace)\" : " + SHORT + " , \""
                + OURS + ")");

        private static final String DIAGNOSTIC =
                "\\{ \"(?:code\" : \"[a-z-]+\" , \"(?:input|level)|level\" : \"(?:error|warning)\" , \"code)";

        /** On a line of its own. Other tools also write a code and a level, but no input. */
        private static final String SORTED_DIAGNOSTIC = "\\{ \"code\" : \"[a-z-]+\" , \"input\"";

        private static final String DOCUMENT = spaced(
                "\\{ \"(?:schema_version\"|type\" : \"(?:input|report|diagnostic|summary)\""
                        + "|reports\" : \\[ " + REPORT
                        + "|inputs\" : \\[ \\{ \"(?:name|bytes)|diagnostics\" : \\[ (?:\\] , \"inputs|" + DIAGNOSTIC
                        + ")"
                        + "|tool\" : \\{ \"name\" : \"unsplat|summary\" : \\{ \"(?:reports|by_kind)|by_kind\" : \\{|bytes\" : \\d+ , \"lines)");

        static final Pattern PATTERN =
                Pattern.compile(spaced(" \\[? (?:") + DOCUMENT + "|" + REPORT + "|" + spaced(SORTED_DIAGNOSTIC) + ")");

        private Start() {}

        /** The pattern with white space allowed at each blank. */
        private static String spaced(String pattern) {
            return pattern.replace(" ", "\\s*+");
        }
    }

    private ParseOutputDetector() {}

    /** @param start the first characters of an input, several hundred */
    public static boolean is(String start) {
        return mayBe(start) && Start.PATTERN.matcher(start).lookingAt();
    }

    /** Whether an object is first, in an array or not. */
    private static boolean mayBe(String start) {
        var at = 0;
        while (at < start.length() && (start.charAt(at) <= ' ' || start.charAt(at) == '[')) {
            at++;
        }
        return start.startsWith("{", at);
    }
}
