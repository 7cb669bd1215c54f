package org.unsplat;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.code_intelligence.jazzer.mutation.annotation.WithLength;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.unsplat.classify.LineType;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.Pieces;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.ReportKind;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.input.Line;
import org.unsplat.scan.Kinds;

/** Any lines at all, given to any piece of any kind: it says whether they are its own, and reads on or gives up. */
class PieceFuzz {

    private record Part(ReportKind kind, Piece piece) {}

    private static final List<Part> PARTS = Kinds.all().stream()
            .flatMap(kind -> kind.pieces().stream().map(piece -> new Part(kind, piece)))
            .toList();

    /** For each class of pieces one that a sample has, and what stands there. */
    static Stream<Arguments> parts() {
        var texts = Sample.all().stream()
                .flatMap(sample -> Stream.of(
                        sample.text().replaceAll("(?m)^\\[.*?\\] ", "").split("\n\n")))
                .distinct()
                .toList();
        var found = new LinkedHashMap<Class<?>, Arguments>();
        for (var which = 0; which < PARTS.size(); which++) {
            var index = which;
            var part = PARTS.get(which);
            if (!found.containsKey(part.piece().getClass())) {
                texts.stream()
                        .filter(text ->
                                typed(part.piece(), lines(text)).stream().anyMatch(line -> opens(part, line)))
                        .findFirst()
                        .ifPresent(text -> found.put(
                                part.piece().getClass(), arguments(index, text.getBytes(StandardCharsets.ISO_8859_1))));
            }
        }
        return found.values().stream();
    }

    /** HeadlineType are of no piece's types: they open the first one. */
    private static boolean opens(Part part, TypedLine line) {
        return line.type() != null && part.piece().opening().contains(line.type())
                || part.piece() == part.kind().pieces().get(0) && part.kind().isHead(line.text());
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static List<TypedLine> typed(Piece piece, List<String> texts) {
        return Pieces.typed(
                piece,
                IntStream.range(0, texts.size())
                        .mapToObj(i -> Line.bare(i + 1, texts.get(i)))
                        .toList());
    }

    @MethodSource("parts")
    @FuzzTest(maxExecutions = 5000)
    void lines(int which, byte @NotNull @WithLength(max = 4000) [] text) {
        var part = PARTS.get(Math.floorMod(which, PARTS.size()));
        var texts = lines(new String(text, StandardCharsets.ISO_8859_1));
        var lines = typed(part.piece(), texts);
        offer(part, lines);
        texts.forEach(line -> read(part.piece(), line));
        for (var first = 0; first < lines.size(); first++) {
            if (opens(part, lines.get(first))) {
                var builder = new ReportBuilder();
                part.piece().read(new Cursor(lines.subList(first, lines.size())), builder);
                part.piece().isIn(builder);
            }
        }
    }

    private static void offer(Part part, List<TypedLine> lines) {
        var last = TypedLine.unread(Line.bare(0, "x"));
        for (var line : lines) {
            part.kind().isHead(line.text());
            part.kind().mayBeginWith(line);
            part.kind().confirms(line);
            part.piece().isNext(last, line);
            part.piece().mayFollow(last, line);
            part.piece().endsPiece(line);
            part.piece().endsReport(line);
            last = line;
        }
    }

    private static void read(Piece piece, String text) {
        for (var types : List.of(piece.opening(), piece.following())) {
            types.forEach(type -> ask(type, text));
        }
    }

    private static <M> void ask(LineType<M> type, String text) {
        var match = type.read(text);
        if (match != null) {
            type.isDoubtful(text, match);
        }
        type.isCut(text);
        type.mayBeCut(text);
        type.goesOn(text, text);
        type.copyEndingWith(text, text);
    }
}
