package org.unsplat.classify;

import java.util.List;

/** A line type with one of a few fixed texts. */
final class WordsType extends LineType<String> {

    /** A shorter text may be the beginning of anything. */
    private static final int SHORTEST = 5;

    private final List<String> texts;

    WordsType(String name, List<String> texts) {
        super(name, texts);
        this.texts = texts;
    }

    @Override
    public String read(String text) {
        return texts.contains(text) ? text : null;
    }

    /** A word or two may begin this line or anything else. */
    @Override
    public boolean mayBeCut(String text) {
        for (var each : texts) {
            if (each.startsWith(text + ' ')) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean isCut(String text) {
        for (var each : texts) {
            if (text.length() >= SHORTEST && text.length() < each.length() && each.startsWith(text)) {
                return true;
            }
        }
        return false;
    }
}
