package org.unsplat.grammar;

import java.util.List;
import org.unsplat.classify.LineType;
import org.unsplat.input.bytes.Regex;

/** The line that names the hardware. It may be any text, and usually ends with the date of the BIOS. */
final class HardwareType extends LineType<String> {

    private static final String START = "Hardware name:";
    private static final Regex DATED = new Regex("(?d).*\\d{1,2}/\\d{1,2}/\\d{4}");
    private static final Regex WHOLE =
            new Regex("(?d).* BIOS (?:.* )?\\d\\d/\\d\\d/\\d{4}|.* DT based system|.*\\((?:KVM|LPAR|z/VM)[^()]*\\)");
    private static final Regex PART = new Regex(
            "(?d).*(?:\\bBIOS\\b|\\d{1,2}/\\d{1,2}/\\d{4}$|\\(DT\\)$|^of:|^\\d{3} \\((?:KVM|LPAR|z/VM)|^\\((?:KVM|LPAR|z/VM)|^Linux\\)$|\\bhv:).*|\\d{4}");

    HardwareType() {
        super("hardware line", List.of(START));
    }

    @Override
    public String read(String text) {
        return text.startsWith(START) ? text.substring(START.length()).strip() : null;
    }

    @Override
    public boolean isDoubtful(String text, String name) {
        return name.endsWith("BIOS") || name.endsWith(",");
    }

    @Override
    public boolean isStrict(String text) {
        return WHOLE.matches(text);
    }

    @Override
    public boolean goesOn(String text, String tail) {
        return !DATED.matches(text)
                && (PART.matches(tail)
                        || DATED.matches(text + tail)
                        || (text + ' ' + tail).endsWith(" DT based system"));
    }
}
