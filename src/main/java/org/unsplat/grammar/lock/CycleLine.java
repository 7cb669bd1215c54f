package org.unsplat.grammar.lock;

import java.util.List;
import org.unsplat.classify.LineType;
import org.unsplat.input.bytes.Regex;

/** Three classes with arrows between them ({@code print_circular_lock_scenario}), which people also write themselves. */
final class CycleLine {

    static final String TO = " --> ";

    private static final Regex CUT = new Regex("\\S+ -->(?: \\S+(?: -->)?)?");

    static final LineType<List<String>> TYPE = new LineType<>("cycle", List.of()) {
        @Override
        public List<String> read(String text) {
            var classes = text.contains(TO) ? List.of(text.split(TO, -1)) : List.<String>of();
            return classes.size() == 3 && !classes.contains("") ? classes : null;
        }

        @Override
        public boolean isCut(String text) {
            return text.contains(" -->") && CUT.matches(text);
        }

        /** Behind the dash of an arrow, as in {@code &toy->lock}. */
        @Override
        public boolean goesOn(String text, String tail) {
            return text.endsWith("-") && tail.startsWith(">");
        }

        @Override
        public boolean isDoubtful(String text, List<String> classes) {
            return text.lastIndexOf('(') > text.lastIndexOf(')');
        }

        @Override
        public boolean isDistinctive(String text) {
            return false;
        }
    };

    private CycleLine() {}
}
