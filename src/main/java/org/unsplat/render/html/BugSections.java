package org.unsplat.render.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.unsplat.grammar.ReportKind;
import org.unsplat.model.Where;
import org.unsplat.render.ci.CheckTable;
import org.unsplat.render.ci.FindingText;
import org.unsplat.render.show.HeadPhrases;
import org.unsplat.render.show.KernelPhrases;
import org.unsplat.render.show.ProblemPhrases;
import org.unsplat.render.show.SystemSummary;
import org.unsplat.triage.Baseline;
import org.unsplat.triage.Finding;
import org.unsplat.triage.Group;
import org.unsplat.triage.LockdepCoverage;

/** Prepares bugs for the page. */
final class BugSections {

    private final TextBlocks texts;
    private final SourceLinks links;
    private final boolean isCompared;

    BugSections(List<ReportKind> kinds, SourceLinks links, boolean isCompared) {
        this.texts = new TextBlocks(kinds);
        this.links = links;
        this.isCompared = isCompared;
    }

    BugSection of(Finding finding, DetailLevel detail) {
        var group = finding.group();
        var report = group.first();
        var frames = new FrameItems(links, BugRows.kernel(report), !detail.hasWholeStacks());
        return new BugSection(
                BugRows.anchor(group),
                isCompared ? CheckTable.state(finding) : null,
                report.kind(),
                HeadPhrases.title(report),
                HeadPhrases.wantsHeadline(report) ? report.headline() : null,
                report.explanation(),
                KernelPhrases.of(report),
                ProblemPhrases.of(report),
                report.race() == null || !detail.hasFacts() ? null : RaceFacts.of(report, frames),
                report.lockdep() == null || !detail.hasFacts() ? null : LockdepFactsMapper.of(report, frames),
                LockdepCoverage.after(report) != LockdepCoverage.GOES_ON,
                group.places().stream().map(BugSections::seen).toList(),
                LaterReports.of(group, detail.laterReports()),
                group.count(),
                report.system() == null ? "" : SystemSummary.of(report.system()),
                OriginItems.of(report.origin()),
                ids(group),
                entry(finding.entry()),
                texts.of(report, detail),
                detail.leftOut().isEmpty() ? null : detail.leftOut(),
                ShellCommand.of(group));
    }

    private static BugSection.Seen seen(Where where) {
        var time = where.time() == null
                ? ""
                : String.format(Locale.ROOT, "at %.6f s", where.time().first());
        return new BugSection.Seen(
                FindingText.input(where.input()),
                where.first() == where.last() ? "line " + where.first() : "lines " + where.first() + "-" + where.last(),
                where.wall() == null
                        ? time
                        : time + (time.isEmpty() ? "" : ", ") + where.wall().first());
    }

    /** All ids; the primary one links to this bug, so that its address can be copied. */
    private static List<BugSection.Named> ids(Group group) {
        var identity = group.identity();
        var ids = new ArrayList<BugSection.Named>();
        group.first()
                .fingerprints()
                .forEach((name, id) -> ids.add(new BugSection.Named(
                        name,
                        id,
                        identity != null && identity.name().equals(name) ? "#" + BugRows.anchor(group) : null)));
        return ids;
    }

    private static String entry(Baseline.Entry entry) {
        return entry == null
                ? null
                : (entry.reason() == null ? "known" : entry.reason())
                        + (entry.owner() == null ? "" : ", owner " + entry.owner())
                        + (entry.expires() == null ? "" : ", until " + entry.expires());
    }
}
