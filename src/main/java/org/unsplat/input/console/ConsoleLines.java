package org.unsplat.input.console;

import org.unsplat.input.bytes.TextScanner;
import org.unsplat.input.layer.Layer;
import org.unsplat.input.layer.PartialLine;

/**
 * Removes the prefixes of consoles, kernel log readers and CI systems, and puts each record of the kernel on lines of its
 * own.
 *
 * <pre>{@code
 * syzkaller login: [   12.345678][ T1234] text          a prompt before the prefix
 * [   12.345678] text[   12.345690] more text           two records on one line
 * [   12.345678]                                        a record of two lines, as dmesg(1) shows it:
 *                text                                   indented to the width of the prefix
 * }</pre>
 */
public final class ConsoleLines extends Layer {

    private final ConsolePrefix prefix = new ConsolePrefix();
    private final UnknownPrefix front = new UnknownPrefix();
    private final KmsgRecords records;
    private int width;
    private Double time;
    private String caller;
    private String wall;

    public ConsoleLines(Layer next) {
        super(next);
        this.records = new KmsgRecords(next);
    }

    @Override
    public void take(PartialLine line) {
        var text = line.text();
        var start = TextScanner.blanksEnd(text);
        if (line.time() == null && !line.verbatim() && records.accepts(line, start)) {
            return;
        }
        records.release();
        if (line.verbatim()) {
            next.take(line);
        } else if (line.time() != null) {
            pass(line, false);
        } else if (start == text.length()) {
            next.take(line.with(""));
        } else {
            console(line, start);
        }
    }

    /** Handles a record on a line of its own without spelled-out line ends. */
    public void take(PlainRecord record, int number, String raw) {
        records.end();
        var line = record.line(number, raw);
        remember(record.width(), line.time(), line.caller(), null);
        next.take(line);
    }

    /** Passes on the lines that are held back only because the next line might continue them. */
    public void release() {
        records.releaseWhole();
    }

    private void console(PartialLine line, int start) {
        var text = line.text();
        var prefixed = prefix.read(text, start);
        var from = prefixed ? prefix.end() : 0;
        var second = PrintkTime.next(text, from);
        var own = text.substring(from, second < 0 ? text.length() : second);
        if (second >= 0 && prefix.time() == null && front.isPrefix(own)) {
            rest(line.at(prefix.wall(text)), second);
            return;
        }
        if (prefixed) {
            var indent = prefix.indent();
            remember(
                    indent == text.length() && text.endsWith("]") ? indent + 1 : indent,
                    prefix.time(),
                    prefix.caller(),
                    prefix.wall(text));
            emit(line, own);
        } else if (second < 0) {
            bare(line, start);
        } else {
            pass(line.with(own), false);
        }
        if (second >= 0) {
            rest(line.at(prefix.wall(text)), second);
        }
    }

    /** @param textStart the width of the prefix with its blank, even if a mailer removed that from an empty line */
    private void remember(int textStart, Double newTime, String newCaller, String newWall) {
        width = textStart;
        time = newTime;
        caller = newCaller;
        wall = newWall;
    }

    /** Handles the records that begin within the line. */
    private void rest(PartialLine line, int start) {
        var text = line.text();
        for (var at = start; at >= 0; ) {
            prefix.read(text, at);
            at = PrintkTime.next(text, Math.max(prefix.end(), at + 1));
            remember(prefix.indent() - start, prefix.time(), prefix.caller(), prefix.wall(text));
            emit(line, text.substring(prefix.end(), at < 0 ? text.length() : at));
        }
    }

    private void emit(PartialLine line, String text) {
        // A syslog daemon may spell out every line end: the index of a lock never begins with 0
        pass(line.with(text, time, caller).at(wall), prefix.isSyslog() && text.contains("#0"));
    }

    private void pass(PartialLine line, boolean spelled) {
        if (!spelled && !EscapedLineEnds.areIn(line.text())) {
            next.take(line);
            return;
        }
        for (var text : EscapedLineEnds.replaced(line.text()).split("\n", -1)) {
            next.take(line.with(text));
        }
    }

    private void bare(PartialLine line, int start) {
        if (width > 0 && start >= width) {
            pass(line.with(line.text().substring(width), time, caller).at(wall), false);
        } else {
            width = 0;
            pass(line, false);
        }
    }

    @Override
    public boolean isTransparent() {
        return true;
    }

    @Override
    protected void flush() {
        records.release();
    }
}
