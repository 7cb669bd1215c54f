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
import org.unsplat.grammar.Cursor;
import org.unsplat.grammar.Draft;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportKind;
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
            var piece = PARTS.get(which).piece();
            if (!found.containsKey(piece.getClass())) {
                texts.stream()
                        .filter(text -> text.lines().anyMatch(line -> piece.starts(line.strip())))
                        .findFirst()
                        .ifPresent(text -> found.put(
                                piece.getClass(), arguments(index, text.getBytes(StandardCharsets.ISO_8859_1))));
            }
        }
        return found.values().stream();
    }

    @MethodSource("parts")
    @FuzzTest(maxExecutions = 5000)
    void lines(int which, byte @NotNull @WithLength(max = 4000) [] text) {
        var texts = new String(text, StandardCharsets.ISO_8859_1)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        var part = PARTS.get(Math.floorMod(which, PARTS.size()));
        texts.forEach(part.kind()::isHead);
        offer(part.piece(), texts);
        var lines = IntStream.range(0, texts.size())
                .mapToObj(i -> Line.bare(i + 1, texts.get(i)))
                .toList();
        for (var first = 0; first < lines.size(); first++) {
            if (part.piece().starts(texts.get(first))) {
                var draft = new Draft();
                part.piece().read(new Cursor(lines.subList(first, lines.size())), draft);
                part.piece().isIn(draft);
            }
        }
    }

    private static void offer(Piece piece, List<String> lines) {
        var last = "x";
        for (var line : lines) {
            piece.continues(line);
            piece.follows(last, line);
            piece.isWhole(line);
            piece.ends(line);
            piece.closes(line);
            last = line;
        }
    }
}
