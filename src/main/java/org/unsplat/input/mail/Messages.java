package org.unsplat.input.mail;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.unsplat.input.bytes.TextScanner;
import org.unsplat.input.layer.Layer;
import org.unsplat.input.layer.Limits;
import org.unsplat.input.layer.PartialLine;
import org.unsplat.model.Origin;
import org.unsplat.model.Report;

/**
 * The last layer: finds the mails, commits and pasted texts of an input, and which of them contains a line.
 *
 * <pre>{@code
 * commit 0123456789abcdef0123456789abcdef01234567
 * Author: Bob <bob@example.org>
 * Date:   Mon Jan 1 00:00:00 2024 +0000
 *
 *     x: fix a race
 * }</pre>
 *
 * <p>A commit that is cited in a mail belongs to the mail.
 */
public final class Messages {

    /** Text without a mail or commit header counts as a paste up to this number of lines, then as a log. */
    public static final int PASTE_LIMIT = 4096;

    /** Without a header, an author's text before a report has fewer lines. */
    static final int LONGEST_PROSE = 256;

    /** After this many lines with a time and none without, no trailer can follow. */
    static final int CONSOLE = 16;

    /** The number of ended messages that are remembered. */
    private static final int MEMORY = 1024;

    private final Limits limits;
    private final Map<Integer, Message> messages = new HashMap<>();
    private int count;
    private int mail = -1;
    private int current;
    private boolean afterCommit;
    private boolean inCommitHead;
    private boolean beforeTitle;
    private boolean ended;

    public Messages(Limits limits) {
        this.limits = limits;
    }

    /** Begins a message without headers and returns its number. */
    int begin() {
        return begin(new Message());
    }

    /** Begins the mail with these headers and returns its number. */
    int begin(HeaderBlock headers) {
        return begin(new Message(headers));
    }

    private int begin(Message message) {
        if (count >= MEMORY) {
            messages.keySet().removeIf(number -> number <= count - MEMORY && number != mail && number != current);
        }
        messages.put(count, message);
        return count++;
    }

    /** The layer that reads the lines and passes them to {@code done}. */
    public Layer layer(Consumer<PartialLine> done) {
        return new Layer(null) {
            @Override
            public void take(PartialLine line) {
                read(line);
                done.accept(line.in(current));
            }
        };
    }

    public void end() {
        ended = true;
    }

    private void read(PartialLine line) {
        if (line.message() != mail) {
            mail = line.message();
            current = mail;
            inCommitHead = false;
            beforeTitle = false;
        }
        if (line.time() != null) {
            read(line, "");
            return;
        }
        var text = line.text();
        if (afterCommit && isCommitHead(text) && !isMail()) {
            current = begin();
            inCommitHead = true;
        } else if (inCommitHead && text.isEmpty()) {
            beforeTitle = true;
        } else if (inCommitHead && isDate(text)) {
            messages.get(current).date(text.substring(text.indexOf(':') + 1));
        } else if (beforeTitle) {
            messages.get(current).title(text.strip());
            inCommitHead = false;
            beforeTitle = false;
        }
        afterCommit = isCommit(text);
        read(line, text);
    }

    private void read(PartialLine line, String text) {
        var message = messages.get(current);
        message.note(line.number(), text, line.depth() > 0);
        message.read(text);
        if (message.isFull()) {
            limits.met(Message.FULL, line.number());
        }
    }

    private boolean isMail() {
        return messages.containsKey(mail) && messages.get(mail).hasHead();
    }

    private static boolean isCommitHead(String text) {
        return text.startsWith("Author: ") || text.startsWith("Merge: ") || text.startsWith("tree ");
    }

    private static boolean isDate(String text) {
        return text.startsWith("Date: ") || text.startsWith("AuthorDate: ");
    }

    private static boolean isCommit(String text) {
        var name = "commit ".length();
        if (text.length() < name + 40
                || !text.startsWith("commit ")
                || text.length() > name + 40 && text.charAt(name + 40) != ' ') {
            return false;
        }
        return TextScanner.hexEnd(text, name) >= name + 40;
    }

    /** Whether nothing further can become known about a report in this message. */
    public boolean isSettled(int number, Report report) {
        var message = messages.get(number);
        return ended
                || message == null
                || number < current
                || message.isConsole(report)
                || !message.hasHead()
                        && (message.lines() > PASTE_LIMIT
                                || message.timedSince(report.where().last()) >= CONSOLE);
    }

    /** Whether the input is a log: long, and without the header of a mail or commit so far. */
    public boolean isLog() {
        return count == 1 && messages.get(0).lines() > PASTE_LIMIT;
    }

    /** The origin of this message; null if nothing is known. */
    public Origin originOf(int number) {
        var message = messages.get(number);
        return message == null ? null : message.origin();
    }
}
