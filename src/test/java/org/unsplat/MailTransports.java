package org.unsplat;

import static org.unsplat.ConsoleTransports.TIME;
import static org.unsplat.ConsoleTransports.timed;
import static org.unsplat.Transport.joined;
import static org.unsplat.Transport.text;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Mail, what mailers do to text, and git. */
final class MailTransports {

    private static final List<String> SIGNS =
            List.of("> ", ">> ", "> > ", "> >> ", "| ", "> | ", "  | ", "| > ", "+ ", ">", ">>");

    private static final String HEAD = "From: bob@example.org\nSubject: a report\nMessage-ID: <1@example.org>\n";
    private static final String COMMIT =
            "commit 0123456789abcdef0123456789abcdef01234567\nAuthor: Bob <bob@example.org>\n"
                    + "Date:   Tue Jun 25 12:00:00 2024 +0000\n\n    x: mend a bug\n\n";

    private MailTransports() {}

    static Stream<Transport> all() {
        return Stream.of(quoting(), wrapping(), mails(), parts(), git()).flatMap(each -> each);
    }

    private static Stream<Transport> quoting() {
        return Stream.concat(
                SIGNS.stream().flatMap(MailTransports::quotedWith),
                Stream.of(
                        text(
                                "quoted, in mixed depth",
                                lines -> joined(lines.stream()
                                        .map(line -> (line.length() % 2 == 0 ? "> " : "> > ") + line)
                                        .toList())),
                        text("entities", lines -> entities(joined(lines))),
                        text("no-break spaces", lines -> joined(lines).replace("  ", "\u00c2\u00a0 ")),
                        text("indentation lost", lines -> TextTransforms.unindented(joined(lines))),
                        text("indentation added", lines -> "   " + String.join("\n   ", lines) + "\n")));
    }

    private static Stream<Transport> quotedWith(String sign) {
        return Stream.of(
                text("quoted with '" + sign + "'", lines -> quoted(joined(lines), sign)),
                text("quoted with '" + sign + "', printk time", lines -> quoted(timed(lines), sign)),
                text(
                        "quoted with '" + sign + "', printk time, blanks at the end gone",
                        lines -> trimmed(quoted(timed(lines), sign))));
    }

    private static Stream<Transport> wrapping() {
        return Stream.of(
                text("wrapped", lines -> TextTransforms.wrapped(joined(lines))),
                text("wrapped, then quoted", lines -> quoted(TextTransforms.wrapped(joined(lines)), "> ")),
                text("wrapped, printk time", MailTransports::wrapped),
                text("wrapped, printk time, then quoted", lines -> quoted(wrapped(lines), "> ")));
    }

    private static Stream<Transport> mails() {
        return Stream.of(
                text("mail", lines -> mail("", joined(lines))),
                text("mail, quoted", lines -> mail("", "Bob wrote:\n" + quoted(timed(lines), "> ") + "\nThanks!\n")),
                text(
                        "mail, quoted-printable",
                        lines -> mail("Content-Transfer-Encoding: quoted-printable\n", quotedPrintable(joined(lines)))),
                text(
                        "mail, quoted-printable, quoted",
                        lines -> mail(
                                "Content-Transfer-Encoding: quoted-printable\n",
                                quotedPrintable(quoted(timed(lines), "> ")))),
                text(
                        "mail, base64",
                        lines -> mail(
                                "Content-Transfer-Encoding: base64\nContent-Type: text/plain;\n\tcharset=utf-8\n",
                                base64(joined(lines)))),
                text(
                        "mail, Latin-1, no-break spaces",
                        lines -> mail(
                                "Content-Type: text/plain; charset=iso-8859-1\n",
                                joined(lines).replace("  ", "\u00a0 "))),
                text(
                        "mail, flowed",
                        lines -> mail("Content-Type: text/plain; format=flowed\n", flowed(joined(lines), ""))),
                text(
                        "mail, flowed, quoted",
                        lines -> mail("Content-Type: text/plain; format=flowed\n", quoted(timed(lines), "> "))),
                text(
                        "mail, flowed, delsp",
                        lines -> mail(
                                "Content-Type: text/plain; format=flowed; delsp=yes\n", flowed(joined(lines), " "))),
                text("mail, HTML", lines -> mail("Content-Type: text/html\n", html(lines))));
    }

    private static Stream<Transport> parts() {
        return Stream.of(
                text(
                        "mail, text and its HTML twin",
                        lines -> mail(
                                "Content-Type: multipart/alternative; boundary=\"b 1\"\n",
                                "--b 1\nContent-Type: text/plain\n\n" + joined(lines)
                                        + "--b 1\nContent-Type: text/html\n\n" + html(lines) + "--b 1--\n")),
                text(
                        "mail, attached",
                        lines -> mail(
                                "Content-Type: multipart/mixed; boundary=b1\n",
                                "--b1\nContent-Type: text/plain\n\nSee below.\n"
                                        + "--b1\nContent-Type: application/octet-stream; name=dmesg.log\nContent-Transfer-Encoding: base64\n\n"
                                        + base64(joined(lines)) + "\n--b1--\n")),
                text(
                        "mail, a part in a part",
                        lines -> mail(
                                "Content-Type: multipart/mixed; boundary=b1\n",
                                "--b1\nContent-Type: multipart/alternative;\n boundary=b2\n\n"
                                        + "--b2\nContent-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\n"
                                        + quotedPrintable(joined(lines))
                                        + "--b2\nContent-Type: text/html\n\n" + html(lines) + "--b2--\n--b1--\n")));
    }

    private static Stream<Transport> git() {
        return Stream.of(
                text("mbox", lines -> "From bob Mon Jan  1 00:00:00 2024\n" + mail("", joined(lines))),
                text(
                        "mbox, the second of three mails",
                        lines -> "From bob Mon Jan  1 00:00:00 2024\n" + mail("", "Hello,\n\nis it known?\n")
                                + "\nFrom eve Mon Jan  1 00:00:01 2024\n" + mail("", quoted(joined(lines), "> "))
                                + "\nFrom bob Mon Jan  1 00:00:02 2024\n" + mail("", "Thanks!\n")),
                text(
                        "git log",
                        lines -> COMMIT
                                + joined(lines.stream()
                                        .map(line -> line.isEmpty() ? "" : "    " + line)
                                        .toList()) + "\n    Signed-off-by: Bob <bob@example.org>\n\n" + COMMIT),
                text(
                        "git log, indented further",
                        lines -> COMMIT
                                + joined(lines.stream()
                                        .map(line -> line.isEmpty() ? "" : "      " + line)
                                        .toList())),
                text("git log, quoted", lines -> COMMIT + quoted(quoted(joined(lines), "| "), "    ")),
                text(
                        "git format-patch",
                        lines -> mail(
                                "",
                                joined(lines) + "\nFixes: 012345678901 (\"x: add a bug\")\n---\n x.c | 2 +-\n"
                                        + " 1 file changed, 1 insertion(+), 1 deletion(-)\n\ndiff --git a/x.c b/x.c\n--- a/x.c\n+++ b/x.c\n@@ -1,3 +1,3 @@\n x\n-y\n+z\n w\n")));
    }

    /** Only the first piece of a line keeps the time in front. */
    private static String wrapped(List<String> lines) {
        return joined(lines.stream()
                .map(line -> TIME + TextTransforms.wrappedLine(line, 76 - TIME.length()))
                .toList());
    }

    private static String mail(String headers, String body) {
        return HEAD + headers + "\n" + body;
    }

    private static String quoted(String text, String sign) {
        return joined(text.lines().map(line -> sign + line).toList());
    }

    /** What a mailer's reader leaves: no blanks at the end. */
    private static String trimmed(String text) {
        return joined(text.lines().map(String::stripTrailing).toList());
    }

    private static String entities(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String html(List<String> lines) {
        return "<html><body><pre>" + entities(joined(lines)) + "</pre></body></html>\n";
    }

    private static String base64(String text) {
        return Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String quotedPrintable(String text) {
        return joined(text.replace("=", "=3D")
                .lines()
                .map(line -> line.length() < 60 ? line : cut(line))
                .toList());
    }

    private static String cut(String line) {
        // Not within an escape
        var at = line.lastIndexOf('=', 57) >= 55 ? line.lastIndexOf('=', 57) : 58;
        return line.substring(0, at) + "=\n" + line.substring(at);
    }

    /** Lines that begin with a blank get one more, long ones are broken after a blank. */
    private static String flowed(String text, String added) {
        return text.lines()
                .map(line -> line.startsWith(" ") || line.startsWith(">") ? " " + line : line)
                .map(line -> line.length() > 72 && line.lastIndexOf(' ', 71) > 50
                        ? line.substring(0, line.lastIndexOf(' ', 71) + 1) + added + "\n"
                                + line.substring(line.lastIndexOf(' ', 71) + 1)
                        : line)
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
