package org.unsplat.input.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unsplat.input.Cleaned;
import org.unsplat.input.Line;

/** Tags, escapes and typography of other people's tools go, the kernel's own signs stay. */
class MarkupTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                " <TASK>",
                " </TASK>",
                " <IRQ>",
                "  <Interrupt>",
                " [<ffffffff81234567>] f+0x1/0x2",
                "at: [<c0103000>] a",
                "<RELEASED>",
                "Code: 0f 05 <48> 3d 01 f0",
                "task <idle>-0 <A> <S> <B as C>::f <a as b>",
                "a < b and c > d",
                "\\_SB_.PCI0: \\_SB.PCI1",
                "a \\* b * c \\d \\",
                "a \u2192 b, as I said",
                "He \u2013 or she \u2014 wrote \u2018it\u2019",
                "&x->lock &lock; &foo;"
            })
    void kernelTextAndProseStay(String text) {
        assertEquals(List.of("x", text), Cleaned.texts("x", text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '$',
            value = {
                "a<br> ~ a",
                "a<br/> ~ a",
                "a <BR /> ~ a",
                "<span class=\"x\">a</span> <b>b</b> ~ a b",
                "<a href='/x?a>b' title=\"\">f+0x1/0x2</a> <i>x</i> ~ f+0x1/0x2 x",
                "<TASK><br> ~ <TASK>",
                "&lt;TASK&gt;&lt;br&gt; ~ <TASK><br>",
                "\\[ x\\] a\\_b \\#0: \\<c\\> ~ [ x] a_b #0: <c>",
                "a\\_B\\_\\_c+0x1/0x2 [\\_\\_m] ~ a_B__c+0x1/0x2 [__m]",
                "<line n=\"1\">a &lt; b</line> ~ a < b",
                "<td class=\"n\">12</td><td>a</td> ~ 12\ta",
                "\\-\\> \\#1 (a){+.+.}-{4:4}: ~ -> #1 (a){+.+.}-{4:4}:",
                "\u2192 #1 (&a\u2192b){+.+.}\u2013{4:4}: ~ -> #1 (&a->b){+.+.}-{4:4}:",
                "a &rarr; b &#8594; c ~ a --> b --> c",
                "a \u2014> b \u27f6 c ~ a --> b --> c",
                "inconsistent {IN\u2013HARDIRQ\u2013W} \u2192 {HARDIRQ\u2013ON\u2013W} usage. ~ inconsistent {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage.",
                "SOFTIRQ\u2013safe \u2192 SOFTIRQ\u2013unsafe ~ SOFTIRQ-safe -> SOFTIRQ-unsafe",
                "(a){..\u2013.}\u2013{3:3} \u2192 (b){+.+.} ~ (a){..-.}-{3:3} -> (b){+.+.}",
                "\u2014\u2014\u2013- ~ ------",
                "context\u2013{5:5} ~ context-{5:5}",
                "didn\u2019t initialize ~ didn't initialize"
            })
    void whatToolsPutThereGoes(String text, String wanted) {
        assertEquals(wanted, Cleaned.of("x\n" + text).texts().get(1));
    }

    @Test
    void blocksEndLines() {
        assertEquals(List.of("x", "a", "b", "c"), Cleaned.texts("x", "<p>a<br>b</p><div>c</div>"));
        assertEquals(List.of("a", "b"), Cleaned.texts("<html><body>", "<div>a</div><div>b</div>", "</body></html>"));
    }

    @Test
    void aPageIsReadAsOneAndOnlyThat() {
        assertEquals(
                List.of("", "a <TASK> <b> < c", "  d", "e"),
                Cleaned.texts(
                        "",
                        "<!DOCTYPE html>",
                        "<html><head><style>",
                        "pre { }</style></head>",
                        "<pre id=\"x",
                        "y\">a <TASK> &lt;b&gt; < c",
                        "  <span",
                        "class=x>d</span></pre></html>",
                        "<script>e"));
    }

    @Test
    void aQuotedBlockIsQuoted() {
        var lines = Cleaned.of("<html><body>a<blockquote>b<blockquote>c</blockquote></blockquote>d</body></html>")
                .lines();
        assertEquals(List.of(0, 1, 2, 0), lines.stream().map(Line::depth).toList());
        assertEquals(List.of("a", "b", "c", "d"), lines.stream().map(Line::text).toList());
    }

    @Test
    void lineEndsSpelledOut() {
        assertEquals(List.of("", "but task is"), Cleaned.texts("#012but task is"));
        assertEquals(List.of("", "-> #1 (a){+.+.}:"), Cleaned.texts("\u00a0 \\x0a-> #1 (a){+.+.}:"));
        assertEquals(List.of("a:", "b", "\tc"), Cleaned.texts("a:#012b#012#011c"));
        assertEquals(List.of("colour #012345 \\x0abc #0: (a)"), Cleaned.texts("colour #012345 \\x0abc #0: (a)"));
        assertEquals(
                List.of("trying to acquire lock:", "ffff888012345678 (a){+.+.}"),
                Cleaned.texts("trying to acquire lock:#012ffff888012345678 (a){+.+.}"));
    }
}
