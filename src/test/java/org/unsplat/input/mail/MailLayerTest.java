package org.unsplat.input.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unsplat.input.layer.Limits;
import org.unsplat.input.layer.PartialLine;
import org.unsplat.input.layer.RecordingLayer;

/** Which lines are those of a mail's head, and how its body is read. */
class MailLayerTest {

    private static final String MBOX = "From a@b Mon Jan  1 00:00:00 2024";

    private final Limits limits = new Limits();

    private RecordingLayer through(List<String> lines) {
        return RecordingLayer.through(
                next -> new MailLayer(next, new Messages(limits), limits), lines.toArray(String[]::new));
    }

    /** The text and which mail it is of. */
    private String texts(String mail, String lineEnd) {
        return through(List.of(mail.replace("MBOX", MBOX).split(lineEnd, -1))).lines().stream()
                .map(line -> line.message() + line.text())
                .collect(Collectors.joining(lineEnd))
                .replace(MBOX, "MBOX");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "From: a;Subject: s;;b;;c | 1b;1;1c",
                "From: a;Subject: s; ;b | 1b",
                ";;From: a;Subject: s;;b | 0;0;1b",
                "From: a;Subject: s | 0From: a;0Subject: s",
                "From: a;Subject: s;b;;c | 0From: a;0Subject: s;0b;0;0c",
                "From: a;;b | 0From: a;0;0b",
                // Elsewhere it takes a server's headers, or an mbox
                "a;;From: b;Subject: c;;d | 0a;0;0From: b;0Subject: c;0;0d",
                "a;;Message-ID: <1@b>;From: b;;c | 0a;0;1c",
                "a;Message-ID: <1@b>;From: b;;c | 0a;0Message-ID: <1@b>;0From: b;0;0c",
                "a;;Message-ID: <1@b>;b;Message-ID: <1@b>;From: b;;c"
                        + " | 0a;0;0Message-ID: <1@b>;0b;0Message-ID: <1@b>;0From: b;0;0c",
                "a;;MBOX;From: b;Subject: c;;d | 0a;0;1d",
                "MBOX;From: b;Subject: c;;d;;MBOX;From: e;Subject: f;;g | 1d;1;2g",
                "MBOX;From: b;Subject: c;;MBOX;From: e;Subject: f;;g | 2g",
                // A patch within a mail that was delivered is its text
                "Message-ID: <1@b>;From: a;;b;;MBOX;From: c;Subject: d;;e | 1b;1;1MBOX;1From: c;1Subject: d;1;1e",
                "Message-ID: <1@b>;From: a;;b;;MBOX;From: c;Message-ID: <2@b>;;e | 1b;1;2e",
            })
    void headsAreFoundWhereMailsBegin(String mail, String texts) {
        assertEquals(texts, texts(mail, ";"));
    }

    /** RFC 2046. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "multipart/mixed; boundary=x!!--x!!a!--x!Content-Type: text/x-log!!b!--x--!c | 1a!1b!1c",
                "multipart/mixed; boundary=x!!--x  !!a!--xy!--y!-- !--x--  !--x | 1a!1--xy!1--y!1-- !1--x",
                "multipart/mixed; boundary=x!!--x!Content-Type: image/png!!a!--x!!b | 1b",
                "multipart/mixed; boundary=x!!--x!Content-Type: text/plain!no header: a!b | 1no header: a!1b",
                // A text and its twin
                "multipart/alternative; boundary=x!!--x!!a!--x!Content-Type: text/html!!b!--x-- | 1a",
                "multipart/alternative; boundary=x!!--x!Content-Type: text/html!!b<br>!--x-- | 1b",
                "multipart/alternative; boundary=x!!--x!Content-Type: text/x-a!!a!--x!Content-Type: text/html!!b<br>"
                        + " | 1a!1b",
                "multipart/mixed; boundary=x!!--x!!a!--x!Content-Type: text/html!!b<br>!--x-- | 1a!1b",
                // Parts within parts, and one that is not closed
                "multipart/mixed; boundary=x!!--x!Content-Type: multipart/alternative; boundary=y!!--y!!a"
                        + "!--y!Content-Type: text/html!!b!--y--!--x!Content-Type: text/html!!c<br>!--x-- | 1a!1c",
                "multipart/alternative; boundary=x!!--x!Content-Type: multipart/mixed; boundary=y!!--y!!a"
                        + "!--x!!b!--y!--x-- | 1a!1b!1--y",
                // What was delivered within is text; what an mbox brings is not
                "multipart/mixed; boundary=x!!--x!!a!!Received: b!From: c!!d | 1a!1!1Received: b!1From: c!1!1d",
                "multipart/mixed; boundary=x!!--x!!a!!MBOX!From: c!Subject: d!!e | 1a!1!2e",
                "multipart/mixed; boundary=x!!--x!!a!--x--!!Received: b!From: c!!d | 1a!1!2d",
                // Encodings
                "text/plain!Content-Transfer-Encoding: base64!!Zm9v | 1foo",
                "text/plain!Content-Transfer-Encoding: Quoted-Printable!!a=3D | 1a=",
                "text/plain; charset=iso-8859-15!Content-Transfer-Encoding: quoted-printable!!=A4 | 1\u20ac",
                "text/plain; charset=iso-8859-15!Content-Transfer-Encoding: base64!!pA== | 1\u20ac",
                "text/plain!Content-Transfer-Encoding: 8bit!!a=3D | 1a=3D",
                "text/plain; format=Flowed!! a | 1a",
                "text/plain; format=fixed!! a | 1 a",
                "text/html!Content-Transfer-Encoding: base64!!YTxicj4= | 1a",
                "application/pgp-encrypted!!a |",
            })
    void partsAreDecoded(String body, String texts) {
        assertEquals(texts == null ? "" : texts, texts("From: a!Subject: s!Content-Type: " + body, "!"));
    }

    @Test
    void theBlankAtTheEndOfFlowedTextMayBeDeleted() {
        var wide = "x".repeat(60);
        var flowed = "From: a!Subject: s!Content-Type: text/plain; format=flowed";
        assertEquals("1" + wide + " a", texts(flowed + "!!" + wide + " !a", "!"));
        assertEquals("1" + wide + " a", texts(flowed + "; delsp=no!!" + wide + " !a", "!"));
        assertEquals("1" + wide + "a", texts(flowed + "; delsp=Yes!!" + wide + " !a", "!"));
    }

    @Test
    void sixteenPartsWithinPartsAreDecoded() {
        var lines = new ArrayList<>(List.of("From: a", "Subject: s", "Content-Type: multipart/mixed; boundary=b1", ""));
        for (var depth = 2; depth <= 16; depth++) {
            lines.addAll(List.of("--b" + (depth - 1), "Content-Type: multipart/mixed; boundary=b" + depth, ""));
        }
        lines.addAll(List.of("--b16", "", "text"));
        assertEquals(List.of("text"), through(lines).texts());
        assertEquals(Map.of(), limits.firstLines());
        lines.addAll(List.of("--b16", "Content-Type: multipart/mixed; boundary=b17", "", "--b17"));
        assertEquals(List.of("text", "--b17"), through(lines).texts());
        assertEquals(
                Map.of("a mail has more than 16 parts within parts: what is nested deeper was read as text", 55),
                limits.firstLines());
    }

    /** Many recipients are usual; many lines without any header of a mail are a text. */
    @ParameterizedTest
    @CsvSource({"1998, 0, true", "1999, 0, false", "0, 1998, true", "0, 99998, true", "0, 99999, false"})
    void aHeadHasItsLimits(int before, int after, boolean isHead) {
        var lines = new ArrayList<String>();
        for (var at = 0; at < before; at++) {
            lines.add("X-Toy: a");
        }
        lines.addAll(List.of("From: a", "Subject: s"));
        for (var at = 0; at < after; at++) {
            lines.add(" a");
        }
        lines.addAll(List.of("", "text"));
        assertEquals(isHead ? 1 : lines.size(), through(lines).lines().size());
    }

    @Test
    void aHeaderThatIsCutIsSaidToBe() {
        through(List.of("From: a", "Subject: " + "x".repeat(9000), "", "text"));
        assertEquals(
                Map.of("a header of a mail is longer than 8192 characters: the rest of it was left out", 3),
                limits.firstLines());
    }

    @Test
    void whatOthersHoldBackEndsWithTheMail() {
        var ends = new ArrayList<Integer>();
        var out = new RecordingLayer() {
            @Override
            public void end() {
                ends.add(lines().size());
            }
        };
        var layer = new MailLayer(out, new Messages(limits), limits);
        for (var line : List.of("a", "", MBOX, "From: a", "Subject: s", "", "b", "c=", "")) {
            layer.take(RecordingLayer.line(line));
        }
        assertEquals(List.of(2), ends);
        layer.end();
        assertEquals(List.of(2, 5), ends);
    }

    /** A mail may begin after an empty line, and at the start. */
    @Test
    void plainRecordsPassWhereNoMailCanBegin() {
        var layer = new MailLayer(new RecordingLayer(), new Messages(limits), limits);
        var transparent = new StringBuilder();
        for (var line : List.of("a", "", "b", "", "Received: a", "From: b", "", "c")) {
            transparent.append(layer.isTransparent());
            layer.take(new PartialLine(1, line, 0));
        }
        transparent.append(layer.isTransparent());
        assertEquals("falsetruefalsetruefalsefalsefalsefalsefalse", transparent.toString());
    }
}
