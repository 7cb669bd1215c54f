package org.unsplat;

import static org.unsplat.Transport.joined;
import static org.unsplat.Transport.lines;
import static org.unsplat.Transport.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What saved pages, forums, Markdown and word processors make of a report. */
final class WebTransports {

    private static final String MAIL =
            "From: Alice <alice@example.org>\nMessage-ID: <1@example.org>\nSubject: a page\nContent-Type: text/plain\n\n";

    private WebTransports() {}

    static Stream<Transport> all() {
        return Stream.of(pages(), pieces(), escapes()).flatMap(each -> each);
    }

    private static Stream<Transport> pages() {
        return Stream.of(
                text("page", lines -> page("<pre>" + entities(joined(lines)) + "</pre>")),
                text(
                        "page, in a mail of plain text",
                        lines -> MAIL + page("<pre>" + entities(joined(lines)) + "</pre>")),
                text(
                        "page, spans",
                        lines -> page("<pre style=\"margin: 0\">" + each(lines, "<span class=\"r\">", "</span>\n")
                                + "</pre>")),
                text("page, a div for each line", lines -> page(each(lines, "<div class='l'>", "</div>"))),
                text(
                        "page, a row for each line",
                        lines -> page("<table>" + each(lines, "<tr><td class=code>", "</td></tr>\n") + "</table>")),
                text(
                        "page, numbered rows",
                        lines -> page("<table>" + each(lines, "<tr><td>12</td><td class=code>", "</td></tr>\n")
                                + "</table>")),
                text(
                        "page, numbers that link to themselves",
                        lines -> page(each(lines, "<div><a href=\"#L12\">12</a><span>", "</span></div>\n"))),
                text("page, line breaks", lines -> page("<p>" + each(lines, "", "<br/>\n") + "</p>")),
                text(
                        "page, tags over several lines",
                        lines -> page("<pre>" + each(lines, "<a\n  href=\"/x?a>b\"\n>", "</a>\n") + "</pre>")),
                text(
                        "JUnit, CDATA",
                        lines ->
                                "<?xml version=\"1.0\"?>\n<testsuites>\n<testcase name=\"boot\">\n<system-out><![CDATA["
                                        + joined(lines) + "]]></system-out>\n</testcase>\n</testsuites>\n"),
                text(
                        "JUnit, entities",
                        lines -> "<testsuites>\n<testcase name=\"boot\">\n<system-out>" + entities(joined(lines))
                                + "</system-out>\n</testcase>\n</testsuites>\n"),
                text("page, kernel text as it is", lines -> page("<pre>" + joined(lines) + "</pre>")));
    }

    private static Stream<Transport> pieces() {
        return Stream.of(
                lines("spans", line -> "<span class=\"b\">" + entities(line) + "</span>"),
                lines(
                        "a link around each word",
                        line -> entities(line).replaceAll("(\\w{4,})", "<a href=\"/l/$1\">$1</a>")),
                lines("bold, printk time", line -> "<b>" + ConsoleTransports.TIME + "</b>" + entities(line)),
                lines(
                        "numbers that link to themselves",
                        line -> "<a href=\"#L12\">12</a><span>" + entities(line) + "</span>"),
                lines("<br>", line -> line + "<br>"),
                lines("<br/>, printk time", line -> ConsoleTransports.TIME + line + "<br/>"),
                lines("<br />, quoted", line -> "> " + line + "<br />"),
                text("a paragraph of <br>", lines -> "<p>" + String.join("<br>", lines) + "</p>\n"),
                text(
                        "<pre>",
                        lines -> "<details><summary>log</summary>\n\n<pre>" + joined(lines) + "</pre></details>\n"));
    }

    private static Stream<Transport> escapes() {
        return Stream.of(
                lines("Markdown escapes", line -> escaped(line, "_*[]<>#")),
                lines("Markdown escapes, printk time", line -> escaped(ConsoleTransports.TIME + line, "_*[]<>#-+{}")),
                lines("Markdown escapes, entities", line -> entities(escaped(line, "_*[]#"))),
                text(
                        "arrows",
                        lines -> utf8(joined(lines).replace("-->", "\u2192").replace("->", "\u2192"))),
                text(
                        "quotes and dots",
                        lines -> utf8(joined(lines)
                                .replaceAll("'(\\w)", "\u2018$1")
                                .replace("'", "\u2019")
                                .replaceAll("\"(\\w)", "\u201c$1")
                                .replace("\"", "\u201d")
                                .replace("...", "\u2026"))),
                text(
                        "dashes",
                        lines -> utf8(joined(lines)
                                .replaceAll("(?m)^--(-+)$", "\u2014$1")
                                .replace("-{", "\u2013{")
                                .replace("-->", "\u2013>"))));
    }

    private static String escaped(String line, String signs) {
        return line.chars()
                .mapToObj(c -> (signs.indexOf(c) >= 0 ? "\\" : "") + (char) c)
                .collect(Collectors.joining());
    }

    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String each(List<String> lines, String before, String after) {
        return lines.stream().map(line -> before + entities(line) + after).collect(Collectors.joining());
    }

    private static String page(String body) {
        return "<!DOCTYPE html>\n<html><head><title>BUG: KCSAN: data-race in a / b</title>\n"
                + "<script>\nif (a < b) { x = \"<pre>\"; }\n</script></head>\n<body>\n<!-- <pre> -->\n<h1>A log</h1>\n"
                + body
                + "\n</body></html>\n";
    }

    private static String entities(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
