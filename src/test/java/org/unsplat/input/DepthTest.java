package org.unsplat.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many quoting signs stood in front of a line. */
class DepthTest {

    private static List<Integer> depths(String... lines) {
        return Cleaned.of(String.join("\n", lines)).lines().stream()
                .map(Line::depth)
                .toList();
    }

    @Test
    void everySignCounts() {
        assertEquals(List.of(0, 1, 2, 2, 3, 3, 0), depths("a", "> b", "> > c", ">> d", ">>> e", ">  > > f", "g"));
    }

    @Test
    void aSignWithoutABlankCountsToo() {
        assertEquals(List.of(1, 1, 2, 2), depths(">a", ">b", ">>c", ">>d"));
        assertEquals(List.of(1, 0), depths("> >ffff8880b98a1a80: fb", "a"), "KASAN's mark is text");
    }

    @Test
    void barsAndPlusSignsCountWithTheOthers() {
        assertEquals(List.of(1, 1, 0), depths("| a", "| b", "c"));
        assertEquals(List.of(2, 2), depths("> | a", "> | b"));
        assertEquals(List.of(2, 2), depths("| > a", "| > b"));
        assertEquals(List.of(1, 1, 1), depths("+ a", "+ b", "+ c"));
    }

    @Test
    void prefixesAreNoQuoting() {
        assertEquals(List.of(0, 1), depths("[   12.345678] a", "> [   12.345678][ T1] b"));
    }

    @Test
    void theEncodingOfAMailMakesNoDifference() {
        var body = "Bob wrote:\n> [   12.345678] a = b\n> > c\n> >\nd\n";
        var head = "From: a <a@example.org>\nMessage-ID: <1@example.org>\nSubject: b\nContent-Transfer-Encoding: ";
        var printable = body.replace("=", "=3D").replace("345678", "345=\n678");
        var packed =
                Base64.getMimeEncoder(16, new byte[] {'\n'}).encodeToString(body.getBytes(StandardCharsets.ISO_8859_1));
        var plain = said(head + "8bit\n\n" + body);
        assertEquals(List.of("0 Bob wrote:", "1 a = b", "2 c", "2 ", "0 d"), plain);
        assertEquals(plain, said(head + "quoted-printable\n\n" + printable));
        assertEquals(plain, said(head + "base64\n\n" + packed));
    }

    private static List<String> said(String mail) {
        return Cleaned.of(mail).lines().stream()
                .map(line -> line.depth() + " " + line.text())
                .toList();
    }
}
