package org.unsplat.input;

import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.unsplat.input.console.ConsoleLines;
import org.unsplat.input.console.EscapedLineEnds;
import org.unsplat.input.console.PrefixEvidence;
import org.unsplat.input.console.ReplayedLines;
import org.unsplat.input.console.SuffixEvidence;
import org.unsplat.input.layer.Layer;
import org.unsplat.input.layer.PartialLine;
import org.unsplat.input.mail.MailLayer;
import org.unsplat.input.mail.Messages;
import org.unsplat.input.markup.ControlCharacters;
import org.unsplat.input.markup.Fences;
import org.unsplat.input.markup.HtmlTag;
import org.unsplat.input.markup.WebPages;
import org.unsplat.input.quoting.AngleQuoting;
import org.unsplat.input.quoting.BarQuoting;
import org.unsplat.input.quoting.DiffHunks;
import org.unsplat.input.quoting.Indentation;
import org.unsplat.input.records.EmbeddedLogs;
import org.unsplat.input.records.JournalExport;
import org.unsplat.input.records.JournalVerbose;
import org.unsplat.input.records.JsonRecords;
import org.unsplat.input.records.PstoreParts;
import org.unsplat.model.Origin;
import org.unsplat.model.Report;

/**
 * The lines of an input as the kernel printed them. The same report gives the same texts, whatever wraps it:
 *
 * <pre>{@code
 * >> [   12.345678][ T1234] WARNING: suspicious RCU usage
 * <4>[   12.345678] WARNING: suspicious RCU usage
 * | WARNING: suspicious RCU usage
 * - {"dt": "2024-01-01T00:00:00", "lvl": "target", "msg": "[   12.345678] WARNING: suspicious RCU usage"}
 * }</pre>
 *
 * <p>A line of the input may give several lines with its number, or none: mail headers, parts of a mail that are not text, and
 * the framing of a JSON log give none. Trailing blanks are always removed, because they do not survive mail. Memory is
 * bounded: a layer holds back at most about 2000 lines, or the size of a kernel's log.
 */
public final class CleanLines implements Iterator<Line> {

    private final Source source;
    private final Messages messages;
    private final ArrayDeque<PartialLine> ready = new ArrayDeque<>();
    private final ConsoleLines console;
    private final SuffixEvidence evidence;
    private final WebPages pages;
    private final Layer layers;
    private boolean through;
    private boolean ended;
    private UncheckedIOException unreadable;
    private int message;
    private int number;

    public CleanLines(Source source) {
        this.source = source;
        var limits = source.limits();
        this.messages = new Messages(limits);
        this.console = new ConsoleLines(new PrefixEvidence(new ReplayedLines(messages.layer(this::done))));
        this.evidence = new SuffixEvidence(new PrefixEvidence(new Indentation(console)));
        var text = new PstoreParts(limits, new DiffHunks(new BarQuoting('+', 3, evidence)));
        var quoted = new AngleQuoting(new BarQuoting('|', 2, new AngleQuoting(new BarQuoting('|', 2, text))));
        this.pages = new WebPages(new JournalExport(
                limits,
                new JournalVerbose(limits, new JsonRecords(limits, new EmbeddedLogs(new ControlCharacters(quoted))))));
        this.layers = new MailLayer(pages, messages, limits);
    }

    /** Whether the line may contain tags, escapes, spelled-out line ends or a list in JSON. Most tags are at the end of a line. */
    private static boolean isMarkedUp(String raw) {
        var closing = raw.indexOf("</");
        return closing >= 0 && closing + 2 < raw.length() && Character.isLowerCase(raw.charAt(closing + 2))
                || raw.endsWith(">") && HtmlTag.mayEnd(raw)
                || ControlCharacters.mayBeEscaped(raw)
                || raw.startsWith("[{")
                || raw.startsWith("[\"")
                || Fences.mayBegin(raw)
                || EmbeddedLogs.hasList(raw)
                || ControlCharacters.mayBeColoured(raw)
                || EscapedLineEnds.mayBeIn(raw);
    }

    private void done(PartialLine line) {
        ready.add(line);
    }

    /** @throws UncheckedIOException when the input cannot be read on, after the lines before that place */
    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && !ended) {
            var raw = read();
            if (raw == null) {
                ended = true;
                layers.end();
                messages.end();
            } else if (through && source.record() != null && !(source.record().hasSigns() && isMarkedUp(raw))) {
                console.take(source.record(), source.lines(), raw);
            } else if (through && source.isPlain() && !isMarkedUp(raw)) {
                evidence.take(new PartialLine(source.lines(), raw, 0));
                through = evidence.isTransparent();
            } else {
                layers.take(new PartialLine(source.lines(), raw, 0).with(source.lines() == 1 ? unmarked(raw) : raw));
                through = layers.isTransparent();
            }
        }
        if (ready.isEmpty() && unreadable != null) {
            throw unreadable;
        }
        return !ready.isEmpty();
    }

    /** The next raw line; null at the end and where the input cannot be read on, for layers may hold lines back. */
    private String read() {
        try {
            return source.next();
        } catch (UncheckedIOException e) {
            unreadable = e;
            return null;
        }
    }

    @Override
    public Line next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var line = ready.poll();
        message = line.message();
        number = line.number();
        var text = line.verbatim() ? line.text() : ended(line.text());
        return new Line(
                line.number(),
                line.lastNumber(),
                line.raw(),
                text,
                text.strip(),
                line.time(),
                line.caller(),
                line.wall(),
                line.depth());
    }

    /**
     * Skips lines in which no report begins, if the input is a console log and all lines read so far were returned.
     *
     * @param lockdepOff whether the log has shown so far that lockdep is off
     * @param realTime whether the kernel that booted last has PREEMPT_RT
     * @param mayWait whether it may wait for more of the input; if not, {@link #isSkipping} tells whether it should
     * @return whether lines were skipped; if so, so many that no problem before them continues after them
     */
    public boolean skipQuiet(boolean lockdepOff, boolean realTime, boolean mayWait) {
        console.release();
        if (!ready.isEmpty()
                || number != source.lines()
                || !messages.isLog()
                || pages.isSeen()
                || !source.skip(lockdepOff, realTime, mayWait)) {
            return false;
        }
        number = source.lines();
        return true;
    }

    /** Whether {@link #skipQuiet} must be called again before the next line is read. */
    public boolean isSkipping() {
        return source.isSkipping();
    }

    /** Removes the byte order mark of UTF-16. The NULs are dropped already, so ASCII text remains. */
    private static String unmarked(String raw) {
        return raw.startsWith("\u00ff\u00fe") || raw.startsWith("\u00fe\u00ff") ? raw.substring(2) : raw;
    }

    /** Removes trailing blanks, and the carriage return that some editors spell {@code ^M}. */
    private static String ended(String text) {
        var last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
        if (last == '`' || last == '}') {
            return Fences.ended(text);
        }
        if (last > ' ' && last <= '~' && last != 'M') {
            // Almost every line ends like this
            return text;
        }
        var stripped = text.stripTrailing();
        return stripped.endsWith("^M")
                ? stripped.substring(0, stripped.length() - 2).stripTrailing()
                : stripped;
    }

    /**
     * The number of the mail, commit or paste that contains the line returned last, from 0 in the order of the input.
     */
    public int message() {
        return message;
    }

    /** Whether {@link #originOf} will not change any more; trailers come after the report. */
    public boolean isSettled(int message, Report report) {
        return messages.isSettled(message, report);
    }

    /** The origin of a message; null if nothing is known about it, as for a console log. */
    public Origin originOf(int message) {
        return messages.originOf(message);
    }
}
