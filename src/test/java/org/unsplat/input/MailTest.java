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
    void quotedPrintableLinesKeepTheNumberOfTheirFirstPiece() {
        var input = Cleaned.of(
                "From: a\nSubject: s\nContent-Transfer-Encoding: quoted-printable\n\none=20t=\nwo\nthree\nfour=0A=\nfive=3D\n");
        assertEquals(
                List.of("5 one two", "7 three", "8 four", "9 five="),
                input.numbered().toList());
    }

    @Test
    void aDecodedLineEndsWithTheLastLineThatItIsMadeOf() {
        var text = "x".repeat(70);
        assertEquals(
                List.of("5-6", "7-7"), lines("Content-Transfer-Encoding: quoted-printable\n\none=20t=\nwo\nthree\n"));
        assertEquals(
                List.of("5-6", "6-6"),
                lines("Content-Transfer-Encoding: base64\n\nb25lCnR3\nbwp0\n").subList(1, 3));
        assertEquals(List.of("5-6"), lines("Content-Type: text/plain; format=flowed\n\n" + text + " \nyy\n"));
    }

    private static List<String> lines(String mail) {
        return Cleaned.of("From: a\nSubject: s\n" + mail).lines().stream()
                .map(line -> line.number() + "-" + line.lastNumber())
                .toList();
    }

    @Test
    void base64LinesHaveTheNumberThatTheyBeginIn() {
        // "one\ntwo\nthree\n", cut after twelve characters of code
        var input = Cleaned.of(
                "From: a\nSubject: s\nContent-Transfer-Encoding: base64\n\nb25lCnR3bwp0\naHJlZQo=\n-- footer\n");
        assertEquals(
                List.of("5 one", "5 two", "5 three", "7 -- footer"),
                input.numbered().toList());
    }

    @Test
    void flowedLinesAreJoinedWhereTheyWereTooLong() {
        var flowed = "Content-Type: text/plain; format=flowed\n";
        var start = "x".repeat(65) + " at: ";
        assertEquals(List.of(start + "function+0x1/0x2"), body(flowed, start + "\nfunction+0x1/0x2\n"));
        assertEquals(List.of(start + "function+0x1/0x2"), body(flowed, "> " + start + "\n> function+0x1/0x2\n"));
        assertEquals(List.of("#1", "Hardware name: x"), body(flowed, "#1 \nHardware name: x\n"));
        assertEquals(
                List.of("x".repeat(70) + "yy"),
                body("Content-Type: text/plain; format=flowed; delsp=yes\n", "x".repeat(70) + " \nyy\n"));
    }

    @Test
    void otherCharsetsAreDecoded() {
        assertEquals(
                List.of("caf\u00e9"),
                body(
                        "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n",
                        "caf=E9\n"));
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
