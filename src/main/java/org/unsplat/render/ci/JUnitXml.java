package org.unsplat.render.ci;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.unsplat.render.SafeText;
import org.unsplat.render.show.ScreenWriter;
import org.unsplat.triage.CheckResult;
import org.unsplat.triage.Finding;
import org.unsplat.triage.Group;

/**
 * The XML that Surefire writes and Jenkins and GitLab read: one failed case for each new bug, one passed case for each kind
 * without any, and one case for the scan. The name of a failed case is the title and the beginning of the id, so that it is
 * the same in every run and unique.
 */
final class JUnitXml extends CheckFormat {

    private static final String SCAN = "every input was read";
    private static final int SHORT_ID = 8;
    private static final int WIDTH = 100;
    private static final String WATCH = "lockdep kept watching";

    JUnitXml() {
        super("junit", "Write JUnit XML, for Jenkins and GitLab.");
    }

    @Override
    public void write(CheckResult result, String version, OutputStream out) {
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            suite(xml, result);
            xml.writeEndDocument();
            xml.writeCharacters("\n");
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The result of a test case. */
    private enum Outcome {
        PASSED,
        SKIPPED,
        FAILURE,
        ERROR
    }

    /** If lockdep was off, nothing was tested from there on; that is a failure only if lockdep is required. */
    private static Outcome watch(CheckResult result) {
        if (result.lockdepOffLogs().isEmpty()) {
            return Outcome.PASSED;
        }
        return result.lacksLockdep() ? Outcome.FAILURE : Outcome.SKIPPED;
    }

    private static void suite(XMLStreamWriter xml, CheckResult result) throws XMLStreamException {
        var unexpected = result.comparison().unexpected();
        var clean = result.kinds().stream()
                .filter(kind -> unexpected.stream()
                        .noneMatch(finding -> finding.group().first().kind().equals(kind)))
                .toList();
        var failed = !result.run().failures().isEmpty();
        var watch = watch(result);
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "unsplat");
        xml.writeAttribute("time", "0");
        xml.writeAttribute("tests", String.valueOf(unexpected.size() + clean.size() + 2));
        xml.writeAttribute("errors", failed ? "1" : "0");
        xml.writeAttribute("skipped", String.valueOf((failed ? clean.size() : 0) + (watch == Outcome.SKIPPED ? 1 : 0)));
        xml.writeAttribute("failures", String.valueOf(unexpected.size() + (watch == Outcome.FAILURE ? 1 : 0)));
        var lines = failed ? result.run().failures() : result.run().warnings();
        testcase(xml, "scan", SCAN, failed ? Outcome.ERROR : Outcome.PASSED, "the scan failed", lines);
        testcase(
                xml,
                "scan",
                WATCH,
                watch,
                "lockdep is off",
                result.lockdepOffLogs().stream().map(LockdepOffText::line).toList());
        for (var finding : unexpected) {
            testcase(
                    xml,
                    finding.group().first().kind(),
                    name(finding.group()),
                    Outcome.FAILURE,
                    FindingText.title(finding),
                    screen(finding));
        }
        for (var kind : clean) {
            // Some readers show the name without the class
            var outcome = failed ? Outcome.SKIPPED : Outcome.PASSED;
            testcase(xml, kind, "no new " + kind, outcome, "the scan failed", List.of());
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
    }

    /** The screen of {@code show}; readers show it verbatim and do not wrap lines. */
    private static List<String> screen(Finding finding) {
        return new ScreenWriter(WIDTH, false, false)
                .text(finding.group())
                .lines()
                .toList();
    }

    private static String name(Group group) {
        return group.first().title() + " (" + group.id().substring(0, SHORT_ID) + ")";
    }

    /** @param message what the reader shows first if the case did not pass */
    private static void testcase(
            XMLStreamWriter xml, String kind, String name, Outcome outcome, String message, List<String> lines)
            throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "unsplat." + SafeText.visible(kind));
        xml.writeAttribute("name", SafeText.visible(name));
        xml.writeAttribute("time", "0");
        var text = lines.stream().map(SafeText::visible).collect(Collectors.joining("\n"));
        switch (outcome) {
            case PASSED -> {
                if (!text.isEmpty()) {
                    xml.writeStartElement("system-out");
                    xml.writeCharacters(text + "\n");
                    xml.writeEndElement();
                }
            }
            case SKIPPED -> {
                xml.writeEmptyElement("skipped");
                // XML parsers replace a line end in an attribute with a blank
                xml.writeAttribute("message", text.isEmpty() ? message : text.replace("\n", "; "));
            }
            case FAILURE, ERROR -> {
                xml.writeStartElement(outcome.name().toLowerCase(Locale.ROOT));
                xml.writeAttribute("message", message);
                xml.writeAttribute("type", SafeText.visible(kind));
                xml.writeCharacters("\n" + text + "\n");
                xml.writeEndElement();
            }
        }
        xml.writeEndElement();
    }
}
