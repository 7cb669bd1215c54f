package org.unsplat;

import static org.unsplat.ConsoleTransports.CALLER;
import static org.unsplat.ConsoleTransports.TIME;
import static org.unsplat.Transport.joined;
import static org.unsplat.Transport.lines;
import static org.unsplat.Transport.text;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** What CI systems and bug trackers make of a console log, and archives. */
final class CiTransports {

    private CiTransports() {}

    static Stream<Transport> all() {
        return Stream.of(
                lines("GitHub Actions", line -> "2024-06-25T12:00:00.1234567Z " + line),
                lines("GitHub Actions, printk time", line -> "2024-06-25T12:00:00.1234567Z " + CALLER + line),
                lines("GitLab", line -> "2024-06-25T12:00:00.123456Z 01O " + line),
                lines("GitLab, printk time", line -> "2024-06-25T12:00:00.123456Z 01O " + TIME + line),
                lines("Kubernetes", line -> "2024-06-25T12:00:00.123456789Z stdout F " + TIME + line),
                lines(
                        "Docker",
                        line -> "{\"log\":\"" + TIME + ConsoleTransports.json(line) + "\\n\",\"stream\":\"stdout\"}"),
                lines(
                        "Google Cloud Logging",
                        line -> "{\"insertId\":\"1a\",\"textPayload\":\"" + TIME + ConsoleTransports.json(line)
                                + "\",\"timestamp\":\"2024-06-25T12:00:00.123456Z\"}"),
                text(
                        "KCIDB",
                        lines -> "{\"id\":\"a:1\",\"log_excerpt\":\"" + ConsoleTransports.json(joined(lines))
                                + "\",\"status\":\"FAIL\"}\n"),
                text(
                        "KCIDB, one member on a line",
                        lines -> "{\n  \"tests\": [\n    {\n      \"id\": \"a:1\",\n      \"log_excerpt\": \""
                                + ConsoleTransports.json(joined(lines))
                                + "\",\n      \"status\": \"FAIL\"\n    }\n  ]\n}\n"),
                text(
                        "JSON, a list of lines",
                        lines -> lines.stream()
                                .map(line -> "\"" + ConsoleTransports.json(TIME + line) + "\"")
                                .collect(Collectors.joining(", ", "{\"lines\": [", "]}\n"))),
                text(
                        "JSON, a list of records",
                        lines -> lines.stream()
                                .map(line ->
                                        "{\"time\":\"x\",\"message\":\"" + ConsoleTransports.json(TIME + line) + "\"}")
                                .collect(Collectors.joining(",", "[", "]\n"))),
                text(
                        "JSON in JSON",
                        lines -> "{\"payload\": \""
                                + ConsoleTransports.json("{\"log\": \"" + ConsoleTransports.json(joined(lines)) + "\"}")
                                + "\"}\n"),
                text(
                        "pytest",
                        lines -> "E       AssertionError: it's '"
                                + ConsoleTransports.json(joined(lines)).replace("'", "\\'") + "'\n"),
                text(
                        "pytest, a list of lines",
                        lines -> lines.stream()
                                .map(line -> "'"
                                        + ConsoleTransports.json(TIME + line).replace("'", "\\'") + "'")
                                .collect(Collectors.joining(", ", "E       assert not [", "]\n"))),
                text(
                        "JUnit, an attribute",
                        lines -> "<testsuite><testcase name=\"a\"><failure message=\""
                                + joined(lines)
                                        .replace("&", "&amp;")
                                        .replace("<", "&lt;")
                                        .replace("\"", "&quot;")
                                        .replace("\n", "&#10;")
                                + "\"/></testcase></testsuite>\n"),
                text(
                        "GitHub Actions, an annotation",
                        lines -> "::error file=a.c,line=1::"
                                + joined(lines).replace("%", "%25").replace("\n", "%0A") + "\n"),
                text(
                        "TeamCity",
                        lines -> "##teamcity[testFailed name='a' details='"
                                + joined(lines).replaceAll("[|'\\[\\]]", "|$0").replace("\n", "|n") + "']\n"),
                lines(
                        "JSON in Kubernetes",
                        line -> "2024-06-25T12:00:00.123456789Z stdout F {\"level\":\"info\",\"msg\":\""
                                + ConsoleTransports.json(TIME + line) + "\"}"),
                lines("Buildkite", line -> "\u001b_bk;t=1719316800123\u0007" + TIME + line),
                lines("Jenkins", line -> "[2024-06-25T12:00:00.123Z] " + TIME + line),
                lines(
                        "LAVA, JSON",
                        line -> "- {\"dt\": \"2024-06-25T12:00:00.123456\", \"lvl\": \"target\", \"msg\": \"" + TIME
                                + ConsoleTransports.json(line) + "\"}"),
                lines(
                        "LAVA, YAML",
                        line -> "- {dt: '2024-06-25T12:00:00.123456', lvl: target, msg: '" + TIME
                                + line.replace("'", "''") + "'}"),
                lines(
                        "LAVA, YAML, with the lines of others",
                        line -> "- {\"dt\": \"2024-06-25T12:00:00.123456\", \"lvl\": \"debug\", \"msg\": \"x\"}\n"
                                + "- {\"dt\": \"2024-06-25T12:00:00.123456\", \"lvl\": \"target\", \"msg\": \""
                                + ConsoleTransports.json(line) + "\"}"),
                lines("KernelCI", line -> "02:05:18.331916  <4>" + TIME + line),
                lines("KernelCI, no level", line -> "02:05:18.331916  " + TIME + line),
                text(
                        "Markdown fence",
                        lines -> "Seen today:\n\n```\n" + Transport.joined(lines) + "```\n\nAny idea?\n"),
                text("Markdown fence on the lines of the log", lines -> "```" + String.join("\n", lines) + "```\n"),
                text(
                        "Markdown fence on the lines of the log, printk time",
                        lines -> "```" + ConsoleTransports.timed(lines).stripTrailing() + "```\n"),
                text("Jira", lines -> "{noformat}\n" + Transport.joined(lines) + "{noformat}\n"),
                text(
                        "Jira, on the lines of the log",
                        lines -> "{noformat}" + String.join("\n", lines) + "{noformat}\n"),
                text(
                        "Jira, with a title, printk time",
                        lines -> "{code:title=dmesg|borderStyle=solid}"
                                + ConsoleTransports.timed(lines).stripTrailing() + "{code}\n"),
                text(
                        "Markdown fence in a list",
                        lines -> "* Seen today:\n\n  ```\n  " + String.join("\n  ", lines) + "\n  ```\n"),
                text(
                        "Markdown code by indentation",
                        lines -> "Seen today:\n\n    " + String.join("\n    ", lines) + "\n\nAny idea?\n"),
                packed("gzip", GZIPOutputStream::new),
                packed("xz", out -> new XZOutputStream(out, new LZMA2Options(1))),
                packed("zstd", ZstdOutputStream::new));
    }

    private interface Packer {
        OutputStream on(OutputStream out) throws IOException;
    }

    private static Transport packed(String name, Packer packer) {
        return Transport.bytes(name, lines -> {
            var bytes = new ByteArrayOutputStream();
            try (var out = packer.on(bytes)) {
                out.write(Transport.joined(lines).getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        });
    }
}
