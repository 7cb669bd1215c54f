package org.unsplat.grammar;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.unsplat.classify.Classifier;
import org.unsplat.classify.ContextType;
import org.unsplat.classify.LineType;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.stack.FrameLine;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.input.Line;
import org.unsplat.scan.Kinds;

/** Reads single pieces of kernel text, for tests: their lines have the types that the engine gives them. */
public final class Pieces {

    private static final Classifier CLASSIFIER = classifier();

    private Pieces() {}

    private static Classifier classifier() {
        var types = new LinkedHashSet<LineType<?>>(List.of(FrameLine.TYPE, new HeadlineType(Kinds.all())));
        for (var kind : Kinds.all()) {
            for (var piece : kind.pieces()) {
                types.addAll(piece.opening());
                types.addAll(piece.following());
            }
        }
        types.removeIf(ContextType.class::isInstance);
        return new Classifier(List.copyOf(types));
    }

    /** The table of the types of all kinds. */
    public static Classifier classifierOfAllKinds() {
        return CLASSIFIER;
    }

    /** The line with the type that it has wherever it stands. */
    public static TypedLine typed(String text) {
        return CLASSIFIER.classify(Line.bare(1, text));
    }

    /** The lines with the types that they have in the piece. */
    public static List<TypedLine> typed(Piece piece, List<Line> lines) {
        var typed = new ArrayList<TypedLine>();
        for (var line : lines) {
            var next = CLASSIFIER.classify(line);
            typed.add(
                    typed.isEmpty() || next.is(next.type())
                            ? next
                            : inContext(piece, typed.get(typed.size() - 1), next));
        }
        return typed;
    }

    /** The line as one of a type that counts only directly after the last one, if it is one. */
    private static TypedLine inContext(Piece piece, TypedLine last, TypedLine line) {
        for (var type : piece.following()) {
            var found =
                    type instanceof ContextType<?> context && context.follows(last, line) ? line.readAs(type) : null;
            if (found != null) {
                return found;
            }
        }
        return line;
    }

    public static List<TypedLine> typed(Piece piece, String text) {
        var lines = new ArrayList<Line>();
        text.lines().forEach(line -> lines.add(Line.bare(lines.size() + 1, line)));
        return typed(piece, lines);
    }

    /** Of lines whose types do not depend on what stands above them. */
    public static Cursor cursor(String text) {
        return new Cursor(text.lines()
                .map(line -> CLASSIFIER.classify(Line.bare(1, line)))
                .toList());
    }

    public static Cursor cursor(Piece piece, String text) {
        return new Cursor(typed(piece, text));
    }

    /** What the piece makes of the text, all of which it must take, line by line and as a whole. */
    public static ReportBuilder read(Piece piece, String text) {
        var lines = typed(piece, text);
        check(opens(piece, lines.get(0)), "does not start: " + lines.get(0));
        for (var line : lines) {
            check(opens(piece, line) || piece.following().contains(line.type()), "does not go on: " + line);
        }
        var cursor = new Cursor(lines);
        var builder = new ReportBuilder();
        piece.read(cursor, builder);
        check(cursor.atEnd(), "left over: " + cursor.text());
        check(cursor.skipped().isEmpty(), "given up: " + cursor.skipped());
        return builder;
    }

    public static void takesNone(Piece piece, String... lines) {
        for (var line : lines) {
            check(!opens(piece, typed(line)), "starts: " + line);
        }
    }

    /** Whether a whole line begins the piece. */
    static boolean opens(Piece piece, TypedLine line) {
        return line.is(line.type()) && piece.opening().contains(line.type());
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new AssertionError(message);
        }
    }
}
