package org.unsplat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.unsplat.grammar.Cursor;
import org.unsplat.grammar.Draft;
import org.unsplat.grammar.Piece;
import org.unsplat.input.Line;

/** Any lines at all, given to every piece of every kind: it says whether they are its own, and reads on or gives up. */
class PieceFuzz {

    private static final List<Piece> PIECES = Reports.kinds().stream().flatMap(kind -> kind.pieces().stream()).toList();

    static Stream<byte[]> parts() {
        return Sample.all().stream().flatMap(sample -> Stream.of(sample.text().replaceAll("(?m)^\\[.*?\\] ", "").split("\n\n")))
                .distinct().map(part -> part.getBytes(StandardCharsets.ISO_8859_1));
    }

    @MethodSource("parts")
    @FuzzTest
    void lines(byte[] text) {
        var texts = new String(text, StandardCharsets.ISO_8859_1).lines().filter(line -> !line.isBlank()).toList();
        var lines = IntStream.range(0, texts.size()).mapToObj(i -> Line.bare(i + 1, texts.get(i))).toList();
        for (var kind : Reports.kinds()) {
            texts.forEach(line -> kind.isHead(line.strip()));
        }
        PIECES.forEach(piece -> offer(piece, lines));
    }

    private static void offer(Piece piece, List<Line> lines) {
        var last = "x";
        for (var line : lines) {
            var text = line.text().strip();
            piece.continues(text);
            piece.follows(last, text);
            piece.isWhole(text);
            piece.ends(text);
            piece.closes(text);
            last = text;
        }
        for (var first = 0; first < lines.size(); first++) {
            if (piece.starts(lines.get(first).text().strip())) {
                var draft = new Draft();
                piece.read(new Cursor(lines.subList(first, lines.size())), draft);
                piece.isIn(draft);
            }
        }
    }
}
