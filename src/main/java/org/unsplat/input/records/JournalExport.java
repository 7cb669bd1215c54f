package org.unsplat.input.records;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.unsplat.input.layer.Layer;
import org.unsplat.input.layer.Limits;
import org.unsplat.input.layer.PartialLine;

/**
 * Reads the journal's export format: one field on each line, and an empty line after each entry.
 *
 * <pre>{@code
 * __CURSOR=s=1
 * _TRANSPORT=kernel
 * _SOURCE_MONOTONIC_TIMESTAMP=12345678
 * MESSAGE=text
 * }</pre>
 *
 * <p>A message with newlines is written as the line {@code MESSAGE}, its length in eight bytes, the bytes and a newline.
 * {@code Source} has dropped the NULs of the length, so the message ends where the next field begins.
 */
public final class JournalExport extends Layer {

    private final Limits limits;
    private final Map<String, String> fields = new HashMap<>();
    private final StringBuilder binary = new StringBuilder();
    private PartialLine message;
    private boolean inEntry;
    private boolean inBinary;

    public JournalExport(Limits limits, Layer next) {
        super(next);
        this.limits = limits;
    }

    @Override
    public void take(PartialLine line) {
        var text = line.text();
        if (text.startsWith("__CURSOR=")) {
            flush();
            inEntry = true;
        }
        if (!inEntry) {
            next.take(line);
        } else if (inBinary && !isField(text)) {
            if (binary.length() + text.length() < JournalEntry.MESSAGE_LIMIT) {
                binary.append(text).append('\n');
            } else {
                limits.met(JournalEntry.CUT, line.number());
            }
        } else if (text.isEmpty()) {
            flush();
        } else {
            field(line);
        }
    }

    private static boolean isField(String text) {
        var equals = text.indexOf('=');
        if (equals < 2) {
            return false;
        }
        for (var at = 0; at < equals; at++) {
            var c = text.charAt(at);
            if (!(c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' && at > 0 || c == '_')) {
                return false;
            }
        }
        return true;
    }

    private void field(PartialLine line) {
        endBinary();
        var text = line.text();
        var equals = text.indexOf('=');
        if (text.equals("MESSAGE")) {
            message = line;
            inBinary = true;
        } else if (equals > 0 && fields.size() >= JournalEntry.FIELD_LIMIT) {
            limits.met(JournalEntry.LEFT_OUT, line.number());
        } else if (text.startsWith("MESSAGE=")) {
            message = line;
            fields.put("MESSAGE", text.substring(equals + 1, Math.min(text.length(), JournalEntry.MESSAGE_LIMIT)));
            if (text.length() > JournalEntry.MESSAGE_LIMIT) {
                limits.met(JournalEntry.CUT, line.number());
            }
        } else if (equals > 0 && text.length() < JournalEntry.MESSAGE_LIMIT) {
            fields.put(text.substring(0, equals), text.substring(equals + 1));
        }
    }

    private void endBinary() {
        if (inBinary) {
            inBinary = false;
            var data = binary.length() == 0 ? "" : binary.substring(0, binary.length() - 1);
            fields.put("MESSAGE", data.substring(lengthEnd(data)));
            binary.setLength(0);
        }
    }

    /** The number of leading characters that are the rest of the eight length bytes. */
    private static int lengthEnd(String data) {
        for (var count = 1; count <= Math.min(2, data.length()); count++) {
            var length = data.substring(count).getBytes(StandardCharsets.UTF_8).length;
            var low = data.charAt(0) & 0xff;
            var said = count == 1 ? low : low | (data.charAt(1) & 0xff) << 8;
            if (said == length || count == 1 && low << 8 == length) {
                return count;
            }
        }
        return Math.min(1, data.length());
    }

    @Override
    protected void flush() {
        endBinary();
        if (message != null) {
            var line = message.with("", JournalEntry.time(fields), null).at(JournalEntry.wall(fields));
            JournalEntry.give(fields, fields.get("MESSAGE"), line, next);
        }
        message = null;
        inEntry = false;
        fields.clear();
    }

    @Override
    public boolean isTransparent() {
        return !inEntry && next.isTransparent();
    }
}
