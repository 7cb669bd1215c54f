package org.unsplat.scan;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.unsplat.demux.Engine;
import org.unsplat.demux.Span;
import org.unsplat.input.CleanLines;
import org.unsplat.input.Source;
import org.unsplat.model.Diagnostic;
import org.unsplat.model.InputInfo;
import org.unsplat.model.Report;

/**
 * The reports of one input, one after the other, as they close; without ids, which count over all inputs of a run.
 * A report waits for the end of the mail or commit that it stands in, whose trailers say where it comes from.
 */
public final class Scan implements Iterator<Report>, AutoCloseable {

    private final Source source;
    private final CleanLines lines;
    private final Engine engine;
    private final LockdepState lockdep = new LockdepState();
    private final BootBanners banners = new BootBanners();
    private final UnreadHeadlines unread = new UnreadHeadlines();
    private final InputContent content;
    private final ReportCompleter completer;
    private final boolean skipsQuiet;
    private final ArrayDeque<Pending> pending = new ArrayDeque<>();
    private final List<Diagnostic> failures = new ArrayList<>();
    private int message;
    private int reports;
    private boolean ended;

    private record Pending(Report report, int message) {}

    /**
     * @param withText whether reports carry the lines they were read from
     */
    public Scan(Source source, boolean withText) {
        this(source, withText, true, null);
    }

    /**
     * @param required what a line must hold, null where nothing is required; until one does, every line is read
     */
    public Scan(Source source, boolean withText, LinePattern required) {
        this(source, withText, true, required);
    }

    /** @param skipsQuiet whether lines that can be of no report may be passed over unread, which changes no result */
    public Scan(Source source, boolean withText, boolean skipsQuiet) {
        this(source, withText, skipsQuiet, null);
    }

    private Scan(Source source, boolean withText, boolean skipsQuiet, LinePattern required) {
        this.content = new InputContent(source, required);
        this.source = source;
        this.engine = new Engine(Kinds.all(), source.limits());
        this.lines = new CleanLines(source);
        this.completer = new ReportCompleter(source.name(), withText);
        this.skipsQuiet = skipsQuiet;
    }

    @Override
    public boolean hasNext() {
        while (!isReady() && !ended) {
            advance();
        }
        return !pending.isEmpty();
    }

    private boolean isReady() {
        var next = pending.peek();
        return next != null && lines.isSettled(next.message(), next.report());
    }

    private void advance() {
        if (skipsQuiet
                && content.maySkip()
                && engine.isIdle()
                && lines.skipQuiet(lockdep.off() != null, banners.isRealTime())) {
            end();
        }
        if (!lines.hasNext()) {
            end();
            ended = true;
            return;
        }
        var line = lines.next();
        if (lines.message() != message) {
            end();
            banners.forget();
            message = lines.message();
        }
        lockdep.see(line);
        banners.see(line);
        content.see(line);
        unread.see(line);
        engine.take(line);
        collect();
        if (engine.isIdle()) {
            unread.settle(line);
        }
    }

    private void end() {
        engine.end();
        collect();
        unread.settle();
    }

    private void collect() {
        for (Span span = engine.poll(); span != null; span = engine.poll()) {
            try {
                collect(span);
            } catch (RuntimeException e) {
                failures.add(diagnostic(
                        "error",
                        "internal-error",
                        span.first(),
                        "internal error: " + e + ": please report it, with the input"));
            }
        }
    }

    private Diagnostic diagnostic(String level, String code, int line, String message) {
        return new Diagnostic(level, code, source.name(), line, source.name() + ":" + line + ": " + message);
    }

    private void collect(Span span) {
        unread.see(span);
        var read = span.read(banners.realTimeBefore(span.first()));
        if (read != null) {
            unread.remove(span);
            if (span.limit() != null) {
                source.limits().met(span.limit().effect(), span.last());
            }
            var report = completer.complete(read, span);
            lockdep.see(report);
            reports++;
            pending.add(new Pending(report, message));
        }
    }

    /** Reports that a fault of ours kept from being read; complete once {@link #hasNext} has said no. */
    public List<Diagnostic> failures() {
        return Collections.unmodifiableList(failures);
    }

    /** All that there is to say of the input beside its reports; complete once {@link #hasNext} has said no. */
    public List<Diagnostic> diagnostics() {
        var all = new ArrayList<>(failures);
        all.addAll(limits());
        all.addAll(unreadHeadlines());
        all.addAll(content.lacks(reports));
        return List.copyOf(all);
    }

    /** The limits that the input met, in words. */
    private List<Diagnostic> limits() {
        var limits = new ArrayList<Diagnostic>();
        for (var limit : source.limits().firstLines().entrySet()) {
            limits.add(diagnostic("warning", "limit", limit.getValue(), limit.getKey()));
        }
        return limits;
    }

    /** Headlines inside lines that no report took; complete once {@link #hasNext} has said no. */
    public List<Diagnostic> unreadHeadlines() {
        var found = new ArrayList<Diagnostic>();
        for (var line : unread.named()) {
            found.add(unread(
                    line,
                    "the headline of a report stands inside this line, and the report was not read: "
                            + "give the log as the kernel printed it, or break the line before the headline"));
        }
        if (unread.more() > 0) {
            var more = unread.more();
            found.add(unread(
                    unread.firstOfMore(),
                    "headlines stand inside " + more + " more line" + (more == 1 ? "" : "s")
                            + " from here on, and were not read: give the log as the kernel printed it"));
        }
        return found;
    }

    private Diagnostic unread(int line, String message) {
        return diagnostic("warning", Diagnostic.HEADLINE_NOT_READ, line, message);
    }

    @Override
    public Report next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var next = pending.remove();
        return completer.withOrigin(next.report(), lines.originOf(next.message()));
    }

    /** What was read of the input; complete once {@link #hasNext} has said no. */
    public InputInfo info() {
        return new InputInfo(source.name(), source.bytes(), source.lines(), reports, lockdep.off());
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
