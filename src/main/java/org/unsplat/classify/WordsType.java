package org.unsplat.classify;

import java.util.List;

/** A type of line that is always one of a few texts. */
final class WordsType extends LineType<String> {

    /** Fewer characters of a text may begin anything. */
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

    /** A word or two may begin anything. */
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
