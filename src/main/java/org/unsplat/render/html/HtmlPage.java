package org.unsplat.render.html;

import gg.jte.output.StringOutput;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.unsplat.grammar.ReportKind;
import org.unsplat.render.ci.KindHelp;
import org.unsplat.triage.Finding;

/**
 * Writes the page. Each bug is prepared and written before the next, so that only one is in memory. A page of up to a thousand
 * bugs has at most 5 MB, a larger one as much for each thousand. If bugs need more, their texts are left out, and the page says
 * how to get them.
 */
public final class HtmlPage {

    /** The largest number of bytes of a page for each thousand bugs. */
    static final long MOST = 5_000_000;

    private static final int THOUSAND = 1000;
    /** The number of bytes reserved for the part below the bugs. */
    private static final int FOOT = 30_000;

    private final List<ReportKind> kinds;
    private final SourceLinks links;

    /** @param kinds the kinds that can be written as kernel text */
    public HtmlPage(List<ReportKind> kinds, SourceLinks links) {
        this.kinds = kinds;
        this.links = links;
    }

    /** Writes the page as UTF-8; {@code version} is that of this program. The stream stays open. */
    public void write(PageContent content, String version, OutputStream stream) {
        var findings = content.findings();
        var counted = new CountedStream(stream);
        var writer = new OutputStreamWriter(counted, StandardCharsets.UTF_8);
        var head = new PageHeads(content, links).head(PageAssets.load());
        var output = new PageOutput(new WriterOutput(writer));
        JtepageGenerated.render(
                output,
                null,
                head,
                sections -> {
                    flush(writer);
                    writeBugs(content, findings, counted.count(), output);
                },
                foot(findings, version));
        flush(writer);
    }

    private static void flush(OutputStreamWriter writer) {
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeBugs(PageContent content, List<Finding> findings, long before, PageOutput output) {
        var sections = new BugSections(kinds, links, content.isCompared());
        var room = MOST * Math.max(THOUSAND, findings.size()) / THOUSAND - FOOT - before;
        var detail = DetailLevel.ALL;
        for (var i = 0; i < findings.size(); i++) {
            var most = room / (findings.size() - i);
            // Starts near the level of the bug before, for trying all levels takes long
            detail = detail.more();
            var section = section(findings.get(i), sections, detail);
            while (bytes(section) > most && detail != DetailLevel.BRIEF) {
                detail = detail.less();
                section = section(findings.get(i), sections, detail);
            }
            output.writeContent(section);
            room -= bytes(section);
        }
    }

    private static String section(Finding finding, BugSections sections, DetailLevel detail) {
        var text = new StringOutput();
        JtebugGenerated.render(new PageOutput(text), null, sections.of(finding, detail));
        return text.toString();
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static PageFoot foot(List<Finding> findings, String version) {
        var items = findings.stream()
                .map(finding -> finding.group().first().kind())
                .distinct()
                .map(kind -> {
                    var help = KindHelp.of(kind);
                    return new PageFoot.KindItem(
                            kind, KindHelp.title(kind), help.meaning(), help.remedy(), help.page());
                })
                .toList();
        return new PageFoot(items, version);
    }
}
