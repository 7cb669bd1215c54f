package org.unsplat.triage;

import java.util.regex.Pattern;

/**
 * A pattern for paths in the kernel's tree, as in {@code MAINTAINERS}: {@code *} and {@code ?} match within a directory,
 * {@code **} also across directories. {@code net/ipv4/} matches all files below it; {@code *.rs}, without a slash, matches
 * files of that name in any directory.
 */
public final class PathGlob {

    private final Pattern pattern;

    /** Any text is a valid pattern. */
    public PathGlob(String glob) {
        var path = glob.startsWith("./") ? glob.substring(2) : glob;
        var anywhere = path.indexOf('/') < 0 ? "(?:.*/)?" : "";
        this.pattern = Pattern.compile(anywhere + regex(path.endsWith("/") ? path + "**" : path), Pattern.DOTALL);
    }

    private static String regex(String glob) {
        var regex = new StringBuilder();
        for (var i = 0; i < glob.length(); i++) {
            var c = glob.charAt(i);
            if (c == '?') {
                regex.append("[^/]");
            } else if (c != '*') {
                regex.append(Pattern.quote(String.valueOf(c)));
            } else {
                int end = i;
                while (end + 1 < glob.length() && glob.charAt(end + 1) == '*') {
                    end++;
                }
                regex.append(end > i ? ".*" : "[^/]*");
                i = end;
            }
        }
        return regex.toString();
    }

    /** Whether the path matches, in whatever directory the kernel was built. */
    public boolean matches(String file) {
        return pattern.matcher(SourcePath.relative(file)).matches();
    }
}
