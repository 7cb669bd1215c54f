package org.unsplat.input;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.unsplat.model.Origin;

/**
 * The mails, commits and pasted texts of an input, and which line stands in which: the last layer.
 *
 * <pre>{@code
 * commit 0123456789abcdef0123456789abcdef01234567
 * Author: Bob <bob@example.org>
 * Date:   Mon Jan 1 00:00:00 2024 +0000
 *
 *     x: fix a race
 * }</pre>
 *
 * <p>A commit that a mail cites is part of the mail.
 */
final class Messages {

    /** Text that begins with no head of a mail or commit is a pasted one so far; longer than this it is a log. */
    static final int PASTE_LIMIT = 4096;

    /** After this many lines with a time no trailer can follow. */
    private static final int CONSOLE = 16;

    /** Messages that are remembered once they have ended. */
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

    Messages(Limits limits) {
        this.limits = limits;
    }

    /** Begins the message with this head and gives its number. */
    int begin(String subject, String messageId) {
        messages.keySet().removeIf(number -> number <= count - MEMORY && number != mail && number != current);
        messages.put(count, new Message(subject == null ? null : EncodedWords.decode(subject), messageId));
        return count++;
    }

    void from(int message, String header) {
        if (header != null) {
            messages.get(message).reporter(header, true);
        }
    }

    /** The layer that notes what the lines say, after which they are done. */
    Layer layer(Consumer<DraftLine> done) {
        return new Layer() {
            @Override
            public void take(DraftLine line) {
                read(line);
                done.accept(line.in(current));
            }

            @Override
            public void end() {
                // Nothing is held back
            }
        };
    }

    /** The input is over. */
    void end() {
        ended = true;
    }

    private void read(DraftLine line) {
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
            current = begin(null, null);
            inCommitHead = true;
        } else if (inCommitHead && text.isEmpty()) {
            beforeTitle = true;
        } else if (beforeTitle) {
            messages.get(current).title(text.strip());
            inCommitHead = false;
            beforeTitle = false;
        }
        afterCommit = isCommit(text);
        read(line, text);
    }

    private void read(DraftLine line, String text) {
        var message = messages.get(current);
        message.note(line.number(), line.time() != null || text.isEmpty());
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

    private static boolean isCommit(String text) {
        var name = "commit ".length();
        if (text.length() < name + 40
                || !text.startsWith("commit ")
                || text.length() > name + 40 && text.charAt(name + 40) != ' ') {
            return false;
        }
        for (var at = name; at < name + 40; at++) {
            if (Character.digit(text.charAt(at), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether nothing more can become known about a report in this message.
     *
     * @param last line of the report
     */
    boolean isSettled(int number, int last) {
        var message = messages.get(number);
        return ended
                || message == null
                || number < current
                || !message.hasHead() && (message.lines() > PASTE_LIMIT || message.timedSince(last) >= CONSOLE);
    }

    /** Whether the input is a log: long, and without a head of a mail or commit so far. */
    boolean isLog() {
        return count == 1 && messages.get(0).lines() > PASTE_LIMIT;
    }

    /** What is known about this message, null where it is nothing. */
    Origin originOf(int number) {
        var message = messages.get(number);
        return message == null ? null : message.origin();
    }
}
