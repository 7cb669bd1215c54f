package org.unsplat.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import org.unsplat.demux.Engine;
import org.unsplat.demux.Span;
import org.unsplat.input.CleanLines;
import org.unsplat.input.Source;
import org.unsplat.model.Diagnostic;
import org.unsplat.model.InputInfo;
import org.unsplat.model.Report;

/**
 * Iterates over the reports of one input as they close. They have no ids yet, because ids count over all inputs of a run. A
 * report waits for the end of its mail or commit, whose trailers tell its origin.
 */
public final class Scan implements Iterator<Report>, AutoCloseable {

    /** The largest number of reports being parsed by other threads while more is read; each keeps its lines. */
    private static final int MOST_PARSED_AHEAD = 32;

    /** With fewer bytes available, a reader that follows a live log may have to wait for the next line. */
    private static final int AT_HAND = 1 << 16;

    private final Source source;
    private final Executor parsers;
    private final CleanLines lines;
    private final Engine engine;
    private final LockdepState lockdep = new LockdepState();
    private final BootBanners banners = new BootBanners();
    private final UnreadHeadlines unread = new UnreadHeadlines();
    private final InputContent content;
    private final ReportCompleter completer;
    private final boolean skipsQuiet;
    private final ArrayDeque<PendingReport> pending = new ArrayDeque<>();
    private final List<Diagnostic> failures = new ArrayList<>();
    private int message;
    private int reports;
    private boolean ended;
    private UncheckedIOException unreadable;

    /** @param withText whether reports carry the lines they were read from */
    public Scan(Source source, boolean withText) {
        this(source, withText, true, null, null);
    }

    /**
     * @param required what a line must match, null if nothing is required; until one does, every line is read
     * @param parsers run the parsing of reports while more of the input is read, which changes no result; null for this thread
     */
    public Scan(Source source, boolean withText, LinePattern required, Executor parsers) {
        this(source, withText, true, required, parsers);
    }

    /** @param skipsQuiet whether lines that belong to no report may be skipped unread, which changes no result */
    public Scan(Source source, boolean withText, boolean skipsQuiet) {
        this(source, withText, skipsQuiet, null, null);
    }

    private Scan(Source source, boolean withText, boolean skipsQuiet, LinePattern required, Executor parsers) {
        this.parsers = parsers;
        this.content = new InputContent(source, required);
        this.source = source;
        this.engine = new Engine(Kinds.all(), source.limits());
        this.lines = new CleanLines(source);
        this.completer = new ReportCompleter(source.name(), withText);
        this.skipsQuiet = skipsQuiet;
    }

    /** @throws UncheckedIOException when the input cannot be read on, after the reports before that place */
    @Override
    public boolean hasNext() {
        while (!isReady() && !ended) {
            try {
                advance();
            } catch (UncheckedIOException e) {
                unreadable = e;
                end();
                ended = true;
            }
        }
        if (pending.isEmpty() && unreadable != null) {
            throw unreadable;
        }
        return !pending.isEmpty();
    }

    private boolean isReady() {
        var next = pending.peek();
        if (next == null || !next.isDone() && mayReadOn() && !ended) {
            return false;
        }
        var report = parsed(next);
        if (report == null) {
            pending.remove();
            return isReady();
        }
        return lines.isSettled(next.message(), report);
    }

    private boolean mayReadOn() {
        return pending.size() < MOST_PARSED_AHEAD && source.hasAtHand(AT_HAND) && !lines.isSkipping();
    }

    /** Waits for the report; if a defect prevents parsing, notes that and returns null. */
    private Report parsed(PendingReport next) {
        try {
            return next.report();
        } catch (ExecutionException e) {
            reports--;
            fault(next.first(), e.getCause());
            return null;
        }
    }

    private void advance() {
        // While a report is about to be ready, nobody should wait until a live log goes on
        var mayWait = pending.isEmpty() || pending.peek().isDone();
        if (skipsQuiet
                && content.maySkip()
                && engine.isIdle()
                && lines.skipQuiet(lockdep.off() != null, banners.isRealTime(), mayWait)) {
            end();
        }
        if (lines.isSkipping()) {
            return;
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
                fault(span.first(), e);
            }
        }
    }

    private void fault(int line, Throwable fault) {
        failures.add(diagnostic(
                "error", "internal-error", line, "internal error: " + fault + ": please report it, with the input"));
    }

    private Diagnostic diagnostic(String level, String code, int line, String message) {
        return new Diagnostic(level, code, source.name(), line, source.name() + ":" + line + ": " + message);
    }

    private void collect(Span span) {
        unread.see(span);
        var banner = banners.realTimeBefore(span.first());
        if (parsers != null && mayReadOn() && span.isSurelyReport() && !lockdep.mayBeSwitchedOffBy(span)) {
            var made = new FutureTask<>(() -> completer.complete(span.read(banner), span));
            parsers.execute(made);
            add(span, null, made);
            return;
        }
        var read = span.read(banner);
        if (read != null) {
            var report = completer.complete(read, span);
            lockdep.see(report);
            add(span, report, null);
        }
    }

    private void add(Span span, Report known, FutureTask<Report> made) {
        unread.remove(span);
        if (span.limit() != null) {
            source.limits().met(span.limit().effect(), span.last());
        }
        reports++;
        pending.add(new PendingReport(known, made, span.first(), message));
    }

    /** The reports that a defect of this program kept from being read; complete once {@link #hasNext} has returned false. */
    public List<Diagnostic> failures() {
        return List.copyOf(failures);
    }

    /** All diagnostics about the input; complete once {@link #hasNext} has returned false. */
    public List<Diagnostic> diagnostics() {
        var all = new ArrayList<>(failures);
        for (var limit : source.limits().firstLines().entrySet()) {
            all.add(diagnostic("warning", "limit", limit.getValue(), limit.getKey()));
        }
        all.addAll(unreadHeadlines());
        all.addAll(content.lacks(reports));
        return List.copyOf(all);
    }

    /** The headlines within lines that no report took; complete once {@link #hasNext} has returned false. */
    public List<Diagnostic> unreadHeadlines() {
        return unread.diagnostics(source.name());
    }

    @Override
    public Report next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var next = pending.remove();
        return completer.withOrigin(parsed(next), lines.originOf(next.message()));
    }

    /** What was read of the input; complete once {@link #hasNext} has returned false. */
    public InputInfo info() {
        return new InputInfo(source.name(), source.bytes(), source.lines(), reports, lockdep.off());
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
