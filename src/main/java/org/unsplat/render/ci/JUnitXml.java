package org.unsplat.render.ci;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.unsplat.render.SafeText;
import org.unsplat.triage.CheckResult;
import org.unsplat.triage.Finding;
import org.unsplat.triage.Group;

/**
 * The XML that Surefire writes and Jenkins and GitLab read: a case that fails for each new bug, named by its title
 * and the beginning of its id, so that the name is the same in every run and no two share one; one that passes for each kind of which there is none; one for the scan.
 */
final class JUnitXml implements CheckFormat {

    private static final String SCAN = "every input was read";
    private static final int SHORT_ID = 8;
    private static final String WATCH = "lockdep kept watching";

    @Override
    public String name() {
        return "junit";
    }

    @Override
    public String help() {
        return "Write JUnit XML, for Jenkins and GitLab.";
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

    private static void suite(XMLStreamWriter xml, CheckResult result) throws XMLStreamException {
        var unexpected = result.comparison().unexpected();
        var clean = result.kinds().stream()
                .filter(kind -> unexpected.stream()
                        .noneMatch(finding -> finding.group().first().kind().equals(kind)))
                .toList();
        boolean failed = !result.failures().isEmpty();
        boolean lockdepOff =
                result.lockdepRequired() && !result.lockdepOffInputs().isEmpty();
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "unsplat");
        xml.writeAttribute("time", "0");
        xml.writeAttribute("tests", String.valueOf(unexpected.size() + clean.size() + 2));
        xml.writeAttribute("errors", failed ? "1" : "0");
        xml.writeAttribute("skipped", String.valueOf(failed ? clean.size() : 0));
        xml.writeAttribute("failures", String.valueOf(unexpected.size() + (lockdepOff ? 1 : 0)));
        testcase(xml, "scan", SCAN, failed ? "error" : null, "the scan failed", result.failures());
        testcase(
                xml,
                "scan",
                WATCH,
                lockdepOff ? "failure" : null,
                "lockdep is off",
                result.lockdepOffInputs().stream()
                        .map(input -> FindingText.where(
                                        input.name(), input.lockdepOff().line()) + ": "
                                + input.lockdepOff().reason())
                        .toList());
        for (var finding : unexpected) {
            testcase(
                    xml,
                    finding.group().first().kind(),
                    name(finding.group()),
                    "failure",
                    FindingText.title(finding),
                    lines(finding));
        }
        for (var kind : clean) {
            testcase(xml, kind, "nothing new", failed ? "skipped" : null, "the scan failed", List.of());
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
    }

    private static String name(Group group) {
        return group.first().title() + " (" + group.id().substring(0, SHORT_ID) + ")";
    }

    private static List<String> lines(Finding finding) {
        return FindingText.lines(finding);
    }

    /** @param outcome null where it passed */
    private static void testcase(
            XMLStreamWriter xml, String kind, String name, String outcome, String message, List<String> lines)
            throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "unsplat." + SafeText.visible(kind));
        xml.writeAttribute("name", SafeText.visible(name));
        xml.writeAttribute("time", "0");
        if (outcome != null) {
            xml.writeStartElement(outcome);
            xml.writeAttribute("message", message);
            if (!outcome.equals("skipped")) {
                xml.writeAttribute("type", SafeText.visible(kind));
                xml.writeCharacters(
                        lines.stream().map(SafeText::visible).collect(Collectors.joining("\n", "\n", "\n")));
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
}
