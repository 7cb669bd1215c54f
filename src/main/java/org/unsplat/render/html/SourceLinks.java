package org.unsplat.render.html;

import java.util.Locale;
import java.util.regex.Pattern;
import org.unsplat.model.StackFrame;
import org.unsplat.render.PercentEncoding;
import org.unsplat.triage.SourcePath;

/** Makes links to source lines from a template of the user. */
public final class SourceLinks {

    /** Makes no links. */
    public static final SourceLinks NONE = new SourceLinks(null);

    private static final String FILE = "{file}";
    private static final String LINE = "{line}";
    private static final String KERNEL = "{kernel}";
    /** The scheme and host of an address, up to its path. */
    private static final Pattern HOST = Pattern.compile("https?://[^/?#{}\\\\]+[/?#].*", Pattern.CASE_INSENSITIVE);
    /** {@code 6.12.0-rc3-00321-g810996a36309}: the version and the number of the release candidate. */
    private static final Pattern RELEASE = Pattern.compile("(\\d+\\.\\d+)(?:\\.0|(\\.\\d+))?(-rc\\d+)?(?!\\d).*");

    private final String template;

    private SourceLinks(String template) {
        this.template = template;
    }

    /**
     * Uses a template such as <code>https://git.example.org/tree/{file}?h={kernel}#n{line}</code>.
     *
     * @throws IllegalArgumentException with a sentence for the user if it is no web address, or if a value from a log would
     *         determine its host
     */
    public static SourceLinks of(String template) {
        var example = template.replace(FILE, "a/b.c").replace(LINE, "1").replace(KERNEL, "v6.12");
        if (!HOST.matcher(template).matches() || WebLink.of(example) == null) {
            throw new IllegalArgumentException(
                    "expected an address that begins with https:// or http:// and a host, such as"
                            + " 'https://git.example.org/tree/{file}?h={kernel}#n{line}', found '" + template + "'");
        }
        if (!template.contains(FILE)) {
            throw new IllegalArgumentException("expected an address with {file} in it, found '" + template + "'");
        }
        return new SourceLinks(template);
    }

    /**
     * The address of the place of a frame; null if there is no template, or if the report lacks a value for it.
     *
     * @param kernel the release that printed the report; may be null
     */
    public String of(StackFrame frame, String kernel) {
        return frame == null ? null : of(frame.file(), frame.line(), kernel);
    }

    /** The same for a file; each argument may be null. */
    public String of(String file, Integer line, String kernel) {
        var tag = tag(kernel);
        if (template == null
                || file == null
                || line == null && template.contains(LINE)
                || tag == null && template.contains(KERNEL)) {
            return null;
        }
        // A value cannot contain the next placeholder, because encoded values have no braces
        return template.replace(FILE, PercentEncoding.of(SourcePath.relative(file)))
                .replace(LINE, String.valueOf(line))
                .replace(KERNEL, PercentEncoding.of(String.valueOf(tag)));
    }

    /** The tag of a release: {@code v6.12} for {@code 6.12.0}, {@code v6.12.117} for {@code 6.12.117+}, {@code v6.11-rc3} for {@code 6.11.0-rc3-next}. */
    static String tag(String kernel) {
        var release = RELEASE.matcher(kernel == null ? "" : kernel);
        return release.matches()
                ? ("v" + release.group(1) + text(release.group(2)) + text(release.group(3))).toLowerCase(Locale.ROOT)
                : null;
    }

    private static String text(String group) {
        return group == null ? "" : group;
    }
}
