package org.unsplat.grammar.oops;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.classify.ContextType;
import org.unsplat.classify.LineType;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.input.bytes.Regex;
import org.unsplat.model.Report;

/**
 * The modules of the kernel ({@code print_modules}). A long list is printed as several records, the first of which is full.
 * <pre>
 * Modules linked in: lkt(O+) kct [last unloaded: x]
 *
 * Modules linked in: toy_a toy_b(O)
 *  toy_c toy_d [last unloaded: toy_e]
 * </pre>
 */
public final class ModulesPiece extends Piece {

    private static final String START = "Modules linked in:";
    /** The match is the list, empty if there are no modules. */
    static final LineType<String> LINE = new LineType<>("list of modules", List.of(START)) {
        @Override
        public String read(String text) {
            return text.startsWith(START) ? text.substring(START.length()).strip() : null;
        }

        @Override
        public boolean goesOn(String text, String tail) {
            return tail.startsWith("[last unloaded:");
        }

        @Override
        public boolean isStrict(String text) {
            return false;
        }
    };

    /** More names, below. A sentence of lower-case words looks alike, but is not indented. */
    static final LineType<String> MORE = new ContextType<>("rest of the list of modules") {
        @Override
        public String read(String text) {
            return areNames(text) ? text : null;
        }

        @Override
        public boolean follows(TypedLine last, TypedLine next) {
            var isList = last.is(MORE) || last.is(LINE) && !last.read(LINE).isEmpty();
            return isList
                    && (next.line().time() == null
                            ? hasMark(next.text())
                            : next.line().indent() > 0);
        }

        @Override
        public boolean isStrict(String text) {
            return false;
        }
    };

    /** What names of modules often have, unlike words. */
    private static final String MARKS = "_0123456789([]";

    /** The width of a terminal. */
    private static final int COLUMNS = 80;

    private static final Regex NAME = new Regex("[\\w-]+(?:\\([A-Z+-]{1,20}\\))?\\]?|\\[last|unloaded:");

    public ModulesPiece() {
        super("list of modules", List.of(LINE), List.of(MORE));
    }

    private static boolean hasMark(String text) {
        return text.chars().anyMatch(c -> MARKS.indexOf(c) >= 0);
    }

    private static boolean areNames(String text) {
        for (var name : text.split(" +")) {
            if (!NAME.matches(name)) {
                return false;
            }
        }
        return true;
    }

    /** The column at which a terminal broke the list, so that all lines but the last have one length; 0 for none. */
    private static int column(List<TypedLine> parts) {
        var widest = parts.stream().mapToInt(ModulesPiece::width).max().orElse(0);
        var isAtColumn = parts.get(0).line().time() == null
                && (parts.size() > 2 || widest == COLUMNS)
                && parts.stream().limit(parts.size() - 1L).allMatch(part -> width(part) >= widest - 1);
        return isAtColumn ? widest : 0;
    }

    /** Whether a name goes on from one line to the next, and no blank was at the column. */
    private static boolean isBrokenInName(TypedLine part, TypedLine next, int column) {
        return width(part) == column
                && !part.line().raw().endsWith(" ")
                && next.line().indent() == 0;
    }

    private static int width(TypedLine line) {
        return line.line().raw().length();
    }

    @Override
    public void read(Cursor lines, ReportBuilder builder) {
        var parts = new ArrayList<TypedLine>();
        while (lines.isAt(parts.isEmpty() ? LINE : MORE)) {
            parts.add(lines.line());
            lines.next();
        }
        if (!parts.isEmpty()) {
            var all = new StringBuilder(parts.get(0).read(LINE));
            var column = column(parts);
            for (var i = 1; i < parts.size(); i++) {
                var part = parts.get(i);
                all.append(isBrokenInName(parts.get(i - 1), part, column) ? "" : " ")
                        .append(part.text());
            }
            builder.noModules = all.isEmpty();
            builder.modules = builder.noModules ? null : all.toString();
        }
    }

    @Override
    public void write(Report report, KernelText out) {
        var modules = report.lockdep().modules();
        if (modules != null || report.lockdep().noModules()) {
            out.line(modules == null ? START : START + " " + modules);
        }
    }
}
