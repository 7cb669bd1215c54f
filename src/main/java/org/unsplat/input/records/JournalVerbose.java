package org.unsplat.input.records;

import java.util.HashMap;
import java.util.Map;
import org.unsplat.input.layer.Layer;
import org.unsplat.input.layer.Limits;
import org.unsplat.input.layer.PartialLine;

/**
 * Reads {@code journalctl -o verbose}: a line with the date and the cursor of an entry, then its fields, indented. Later lines
 * of a message stand below the first.
 *
 * <pre>{@code
 * Tue 2024-06-25 12:00:00.123456 UTC [s=2b;i=3e8;b=8c;m=bc614e;t=61b;x=9f]
 *     _TRANSPORT=kernel
 *     MESSAGE=text
 *     _SOURCE_MONOTONIC_TIMESTAMP=12345678
 * }</pre>
 */
public final class JournalVerbose extends Layer {

    private static final String INDENT = "    ";
    private static final String MESSAGE = "MESSAGE=";
    private static final String BELOW_MESSAGE = " ".repeat(INDENT.length() + MESSAGE.length());
    private static final String CURSOR = " [s=";

    private final Limits limits;
    private final Map<String, String> fields = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private PartialLine message;
    private String date;

    public JournalVerbose(Limits limits, Layer next) {
        super(next);
        this.limits = limits;
    }

    @Override
    public void take(PartialLine line) {
        if (isHead(line.text())) {
            flush();
            date = line.text().substring(0, line.text().lastIndexOf(CURSOR));
        } else if (date != null && line.text().startsWith(INDENT)) {
            field(line);
        } else {
            flush();
            next.take(line);
        }
    }

    private static boolean isHead(String text) {
        var cursor = text.endsWith("]") ? text.lastIndexOf(CURSOR) : -1;
        return cursor > 0 && text.indexOf(";i=", cursor) > 0 && text.indexOf(";b=", cursor) > 0;
    }

    private void field(PartialLine line) {
        var field = line.text().substring(INDENT.length());
        var equals = field.indexOf('=');
        if (field.startsWith(MESSAGE)) {
            message = line;
            append(field.substring(MESSAGE.length()));
        } else if (line.text().startsWith(BELOW_MESSAGE) && message != null) {
            append("\n" + line.text().substring(BELOW_MESSAGE.length()));
        } else if (equals > 0 && fields.size() >= JournalEntry.FIELD_LIMIT) {
            limits.met(JournalEntry.LEFT_OUT, line.number());
        } else if (equals > 0 && field.length() < JournalEntry.MESSAGE_LIMIT) {
            fields.put(field.substring(0, equals), field.substring(equals + 1));
        }
    }

    private void append(String more) {
        var room = JournalEntry.MESSAGE_LIMIT - text.length();
        text.append(more, 0, Math.min(room, more.length()));
        if (more.length() > room) {
            limits.met(JournalEntry.CUT, message.number());
        }
    }

    @Override
    protected void flush() {
        if (message != null) {
            var wall = JournalEntry.wall(fields);
            var line = message.with("", JournalEntry.time(fields), null).at(wall == null ? date : wall);
            JournalEntry.give(fields, text.toString(), line, next);
        }
        message = null;
        date = null;
        text.setLength(0);
        fields.clear();
    }

    @Override
    public boolean isTransparent() {
        return date == null && next.isTransparent();
    }
}
