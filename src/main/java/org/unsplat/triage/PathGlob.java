package org.unsplat.triage;

import java.util.regex.Pattern;

/**
 * A pattern for paths within the kernel's tree, as {@code MAINTAINERS} has them: {@code *} and {@code ?} stay within a
 * directory, {@code **} does not. {@code net/ipv4/} stands for all files below; {@code *.rs}, without a slash, for files of
 * that name in any directory.
 */
public final class PathGlob {

    private final Pattern pattern;

    /** Every text is a pattern. */
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

    /** Whether it is the path of a file, wherever the kernel was built. */
    public boolean matches(String file) {
        return pattern.matcher(SourcePath.relative(file)).matches();
    }
}
