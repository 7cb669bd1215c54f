package org.unsplat.input.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.unsplat.input.bytes.TextScanner;
import org.unsplat.input.layer.Layer;
import org.unsplat.input.layer.PartialLine;

/**
 * Joins lines that the kernel printed as several records, or that netconsole sent in several packets.
 *
 * <pre>{@code
 * 4,354,4224185,c;#0: ffffffff81234567
 * 4,355,4224190,+; (rtnl_mutex){+.+.}-{4:4}, at: f+0x1/0x2
 * 6.12.0,4,356,4224199,-,ncfrag=0/31;the first chunk,6.12.0,4,356,4224199,-,ncfrag=16/31; the 2nd chunk.
 * Jun 25 12:00:00 host 4,357,4224205,-;text, which netconsole sent to a syslog daemon
 * }</pre>
 */
final class KmsgRecords {

    /** The number of records, and of characters, that are held back as pieces of one line. */
    private static final int PIECES = 64;

    private static final int LIMIT = 1 << 16;

    private final Layer next;
    private final List<KmsgRecord> held = new ArrayList<>();
    private PartialLine line;
    private int length;
    private boolean afterRecord;

    KmsgRecords(Layer next) {
        this.next = next;
    }

    /** Handles the line if it is a record or belongs to one; returns whether it did. */
    boolean accepts(PartialLine candidate, int start) {
        var text = candidate.text();
        if (afterRecord && KmsgRecord.isDictionary(text)) {
            return true;
        }
        afterRecord = false;
        var sender = SyslogHead.senderEnd(text, start);
        for (var at = sender; TextScanner.isDigitAt(text, at); ) {
            var record = KmsgRecord.read(text, at);
            if (record == null) {
                break;
            }
            add(sender > start ? candidate.at(text.substring(start, sender)) : candidate, record);
            at = record.end();
            afterRecord = true;
        }
        return afterRecord;
    }

    /** Notes a line that belongs to no record. */
    void end() {
        afterRecord = false;
        release();
    }

    private void add(PartialLine candidate, KmsgRecord record) {
        var goesOn = !held.isEmpty()
                && (record.packet()
                        || record.flag() == '+'
                                && Objects.equals(record.caller(), held.get(0).caller()));
        if (!goesOn || held.size() >= PIECES || length > LIMIT) {
            release();
        }
        if (held.isEmpty()) {
            line = candidate;
        }
        held.add(record);
        length += record.text().length();
    }

    /** Passes on what is held back, unless more of it must follow. */
    void releaseWhole() {
        if (!held.isEmpty() && !held.get(held.size() - 1).cut()) {
            release();
        }
    }

    /** Passes on what is held back. */
    void release() {
        if (held.isEmpty()) {
            return;
        }
        var first = held.get(0);
        var text = held.stream().map(KmsgRecord::text).collect(Collectors.joining());
        for (var each : KmsgRecord.unescape(text).split("\n", -1)) {
            next.take(line.with(each, first.time(), first.caller()));
        }
        held.clear();
        length = 0;
    }
}
