package org.unsplat.input.records;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.unsplat.input.bytes.Regex;
import org.unsplat.input.layer.Layer;
import org.unsplat.input.layer.Limits;
import org.unsplat.input.layer.PartialLine;

/**
 * Puts the parts of a crash that pstore splits into records in order of time; the newest is Part1 and comes first in the
 * order of files ({@code pstore_dump}). The header lines are left out.
 *
 * <pre>{@code
 * Oops#1 Part1
 * <4>[   12.345690]  f+0x1/0x2
 * Oops#1 Part2
 * <4>[   12.345678] WARNING: suspicious RCU usage
 * }</pre>
 */
public final class PstoreParts extends Layer {

    /** The number of characters held back, with a fixed cost for each line; the kernel's log is smaller. */
    private static final int LIMIT = 8 << 20;

    private static final int LINE = 100;
    private static final String TOO_LONG = "the parts of a crash in pstore hold more than " + (LIMIT >> 20)
            + " MiB: they were read in the order in which they stand";

    private static final int LONGEST_HEAD = 40;
    private static final Regex HEAD = new Regex("((?:Oops|Panic)#\\d{1,6}) Part(\\d{1,6})");

    private final Limits limits;
    private final Deque<List<PartialLine>> parts = new ArrayDeque<>();
    private String dump;
    private int held;

    public PstoreParts(Limits limits, Layer next) {
        super(next);
        this.limits = limits;
    }

    @Override
    public void take(PartialLine line) {
        var text = line.text();
        var head = text.length() < LONGEST_HEAD && text.indexOf('#') > 0 ? HEAD.matcher(text.stripTrailing()) : null;
        if (head != null && head.matches()) {
            begin(head.group(1), Integer.parseInt(head.group(2)));
        } else if (parts.isEmpty()) {
            next.take(line);
        } else {
            parts.peek().add(line);
            held += LINE + line.raw().length() + line.text().length();
            if (held > LIMIT) {
                limits.met(TOO_LONG, line.number());
                flush();
            }
        }
    }

    private void begin(String name, int part) {
        if (part != parts.size() + 1 || !name.equals(dump)) {
            flush();
        }
        dump = name;
        if (part == parts.size() + 1) {
            parts.push(new ArrayList<>());
        }
    }

    @Override
    protected void flush() {
        for (var part : parts) {
            part.forEach(next::take);
        }
        parts.clear();
        held = 0;
    }

    @Override
    public boolean isTransparent() {
        return parts.isEmpty() && next.isTransparent();
    }
}
