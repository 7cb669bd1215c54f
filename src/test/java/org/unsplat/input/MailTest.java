package org.unsplat.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MailTest {

    private static List<String> body(String headers, String body) {
        return Cleaned.of("From: a\nSubject: s\n" + headers + "\n" + body).texts();
    }

    @Test
    void headersAreNoText() {
        assertEquals(List.of("text"), body("X-Folded: a\n WARNING: b\n", "text\n"));
    }

    @Test
    void textThatIsShapedLikeHeadersStays() {
        var text = List.of("BUG: KCSAN: data-race in a / b", "", "Link: x", "Fixes: y", "");
        assertEquals(text.subList(0, 4), Cleaned.of(String.join("\n", text)).texts());
        assertEquals(List.of("a", "", "From: b", "Subject: c", "", "d"), body("", "a\n\nFrom: b\nSubject: c\n\nd\n"));
    }

    @Test
    void signaturesAndTwinsAreLeftOut() {
        assertEquals(
                List.of("text"),
                body(
                        "Content-Type: multipart/signed; boundary=\"x\"\n",
                        "--x\nContent-Type: multipart/alternative;\n boundary=y\n\n--y\n\ntext\n--y\nContent-Type: text/html\n\n<p>text</p>\n--y--\n"
                                + "--x\nContent-Type: application/pgp-signature\n\nabc\n--x--\n"));
    }

    @Test
    void htmlAloneIsRead() {
        assertEquals(
                List.of("a < b", "c"),
                body("Content-Type: text/html\n", "<style>x</style><p>a &lt; <b>b</b></p><div>c<br/></div>\n"));
    }

    @Test
    void aPatchKeepsItsSigns() {
        assertEquals(
                List.of(
                        "@@ -1,3 +1,4 @@",
                        "@ BUG: KCSAN: w",
                        "+ BUG: KCSAN: x",
                        "+ BUG: KCSAN: y",
                        "+ z",
                        "-BUG: z",
                        "@ [   12.345678] v",
                        "text"),
                Cleaned.texts(
                        "> @@ -1,3 +1,4 @@",
                        ">  BUG: KCSAN: w",
                        "> + BUG: KCSAN: x",
                        "> + BUG: KCSAN: y",
                        "> + z",
                        "> -BUG: z",
                        ">  [   12.345678] v",
                        "> text"));
    }

    @Test
    void aSignBelongsToTheTextWithoutNeighbours() {
        assertEquals(List.of("a", "| b", "c"), Cleaned.texts("a", "| b", "c"));
        assertEquals(
                List.of("  |", "  +-> reordered to: x", " f", "  |", "  +-> reordered to: y"),
                Cleaned.texts("  |", "  +-> reordered to: x", " f", "  |", "  +-> reordered to: y"));
        assertEquals(List.of("a", "b", "c", " d"), Cleaned.texts("| a", "b", "| c", "|  d"));
        assertEquals(List.of(" a", ">b", " c"), Cleaned.texts(" a", ">b", " c"));
        assertEquals(
                List.of("a", " b", "c"),
                Cleaned.texts(">a", "> b", ">c").stream().toList());
    }

    @Test
    void mixedDepthsAreStripped() {
        assertEquals(List.of("a", " b", "c", "d", ""), Cleaned.texts("> a", "> >  b", ">>> c", " > d", ">"));
    }
}
