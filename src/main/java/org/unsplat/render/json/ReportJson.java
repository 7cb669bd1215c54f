package org.unsplat.render.json;

import java.util.List;
import java.util.Map;
import org.unsplat.model.Diagnostic;
import org.unsplat.model.InputInfo;
import org.unsplat.model.Origin;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;
import org.unsplat.model.SystemInfo;
import org.unsplat.model.UnparsedLine;
import org.unsplat.model.Where;

/**
 * Writes the JSON of {@code parse}, member by member in the order of the schema. Each family has a class of its own,
 * {@link RaceJson} and {@link LockdepJson}; parts of both are in {@link LockJson} and {@link FrameJson}.
 */
final class ReportJson {

    private final JsonOutput out;
    private final FrameJson frames;
    private final RaceJson races;
    private final LockdepJson lockdep;

    /** @param decoded whether to write the meaning of each usage of a lock */
    ReportJson(JsonOutput out, boolean decoded) {
        this.out = out;
        this.frames = new FrameJson(out);
        var locks = new LockJson(out, frames, decoded);
        this.races = new RaceJson(out, frames, locks);
        this.lockdep = new LockdepJson(out, frames, locks);
    }

    /** Writes the members of a report; the caller writes the braces, and in JSONL {@code type} before them. */
    void members(Report report) {
        out.text("id", report.id());
        out.text("kind", report.kind());
        out.text("family", report.family());
        out.text("title", report.title());
        out.text("headline", report.headline());
        where(report.where());
        out.flag("complete", report.complete());
        problems(report.problems());
        unparsed(report.unparsed());
        out.numbers("foreign", report.foreign());
        origin(report.origin());
        out.text("explanation", report.explanation());
        system(report.system());
        races.write("race", report.race());
        lockdep.write("lockdep", report.lockdep());
        frames.backtrace("backtrace", report.backtrace());
        fingerprints(report.fingerprints());
        fingerprintInputs(report.fingerprintInputs());
        out.textLinesIfAny("text", report.text());
    }

    private void where(Where where) {
        out.beginObject("where");
        out.text("input", where.input());
        out.numbers("lines", List.of(where.first(), where.last()));
        if (where.time() != null) {
            out.times("time", where.time().first(), where.time().last());
        }
        if (where.wall() != null) {
            out.texts("wall", List.of(where.wall().first(), where.wall().last()));
        }
        out.text("caller", where.caller());
        out.endObject();
    }

    private void problems(List<Problem> problems) {
        out.beginList("problems");
        for (var problem : problems) {
            out.beginObject();
            out.text("code", problem.code().slug());
            out.number("line", problem.line());
            out.text("message", problem.message());
            out.endObject();
        }
        out.endList();
    }

    private void unparsed(List<UnparsedLine> lines) {
        out.beginList("unparsed");
        for (var line : lines) {
            out.beginObject();
            out.number("line", line.line());
            out.text("text", line.text());
            out.endObject();
        }
        out.endList();
    }

    private void origin(Origin origin) {
        if (origin == null) {
            return;
        }
        out.beginObject("origin");
        out.text("syzbot_id", origin.syzbotId());
        out.text("message_id", origin.messageId());
        out.text("subject", origin.subject());
        out.text("date", origin.date());
        out.text("list", origin.list());
        out.textLinesIfAny("links", origin.links());
        out.textLinesIfAny("fixes", origin.fixes());
        out.text("commit", origin.commit());
        out.text("tree", origin.tree());
        out.text("config", origin.config());
        out.text("log", origin.log());
        out.textLinesIfAny("reproducers", origin.reproducers());
        out.endObject();
    }

    private void system(SystemInfo system) {
        if (system == null) {
            return;
        }
        out.beginObject("system");
        out.text("kernel", system.kernel());
        out.text("build", system.build());
        out.number("cpu", system.cpu());
        out.number("uid", system.uid());
        out.number("pid", system.pid());
        out.text("comm", system.comm());
        taint(system.taint());
        out.flagIfSet("kdump", system.kdump());
        out.text("build_id", system.buildId());
        out.text("preempt", system.preempt());
        out.text("hardware", system.hardware());
        out.text("workqueue", system.workqueue());
        out.text("stopper", system.stopper());
        out.text("sched_ext", system.schedExt());
        out.flagIfSet("preempt_rt", system.preemptRt());
        out.text("linux_banner", system.linuxBanner());
        out.endObject();
    }

    private void taint(SystemInfo.Taint taint) {
        if (taint == null) {
            return;
        }
        out.beginObject("taint");
        out.texts("flags", taint.flags());
        out.textsIfAny("names", taint.names());
        out.endObject();
    }

    private void fingerprints(Map<String, String> fingerprints) {
        out.beginObject("fingerprints");
        for (var entry : fingerprints.entrySet()) {
            out.text(JsonOutput.nameOf(entry.getKey()), entry.getValue());
        }
        out.endObject();
    }

    private void fingerprintInputs(Map<String, List<String>> inputs) {
        if (inputs.isEmpty()) {
            return;
        }
        out.beginObject("fingerprint_inputs");
        for (var entry : inputs.entrySet()) {
            out.texts(JsonOutput.nameOf(entry.getKey()), entry.getValue());
        }
        out.endObject();
    }

    /** Writes the members of an entry of {@code inputs}. */
    void members(InputInfo input) {
        out.text("name", input.name());
        out.number("bytes", input.bytes());
        out.number("lines", input.lines());
        out.number("reports", input.reports());
        if (input.lockdepOff() != null) {
            out.beginObject("lockdep_off");
            out.number("line", input.lockdepOff().line());
            out.text("reason", input.lockdepOff().reason());
            out.endObject();
        }
    }

    /** Writes the members of an entry of {@code diagnostics}. */
    void members(Diagnostic diagnostic) {
        out.text("level", diagnostic.level());
        out.text("code", diagnostic.code());
        out.text("input", diagnostic.input());
        out.number("line", diagnostic.line());
        out.text("message", diagnostic.message());
    }

    void members(Summary summary) {
        out.number("reports", summary.reports());
        out.beginObject("by_kind");
        for (var entry : summary.byKind().entrySet()) {
            out.number(JsonOutput.nameOf(entry.getKey()), entry.getValue());
        }
        out.endObject();
        out.number("incomplete", summary.incomplete());
        out.number("unparsed_lines", summary.unparsedLines());
    }
}
