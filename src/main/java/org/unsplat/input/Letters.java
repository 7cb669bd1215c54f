package org.unsplat.input;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

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
final class Letters {

    /** Text that begins with no head of a mail or commit is a pasted one so far; longer than this it is a log. */
    static final int PASTE_LIMIT = 4096;

    /** Lines with a time that no trailer comes after: a console prints them. */
    private static final int CONSOLE = 16;

    /** Letters that are remembered once they have ended. */
    private static final int MEMORY = 1024;

    private final Limits limits;
    private final Map<Integer, Letter> letters = new HashMap<>();
    private int count;
    private int mail = -1;
    private int current;
    private boolean afterCommit;
    private boolean inCommitHead;
    private boolean beforeTitle;
    private boolean ended;

    Letters(Limits limits) {
        this.limits = limits;
    }

    /** Begins the letter with this head and gives its number. */
    int begin(String subject, String messageId) {
        letters.keySet().removeIf(number -> number <= count - MEMORY && number != mail && number != current);
        letters.put(count, new Letter(subject == null ? null : EncodedWords.decode(subject), messageId));
        return count++;
    }

    void from(int letter, String header) {
        if (header != null) {
            letters.get(letter).reporter(header, true);
        }
    }

    /** The layer that notes what the lines say, after which they are done. */
    Layer layer(Consumer<Draft> done) {
        return new Layer() {
            @Override
            public void take(Draft line) {
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

    private void read(Draft line) {
        if (line.letter() != mail) {
            mail = line.letter();
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
            letters.get(current).title(text.strip());
            inCommitHead = false;
            beforeTitle = false;
        }
        afterCommit = isCommit(text);
        read(line, text);
    }

    private void read(Draft line, String text) {
        var letter = letters.get(current);
        letter.note(line.number(), line.time() != null || text.isEmpty());
        letter.read(text);
        if (letter.isFull()) {
            limits.met(Letter.FULL, line.number());
        }
    }

    private boolean isMail() {
        return letters.containsKey(mail) && letters.get(mail).hasHead();
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
     * Whether nothing more can become known about a report in this letter.
     *
     * @param last line of the report
     */
    boolean isSettled(int number, int last) {
        var letter = letters.get(number);
        return ended
                || letter == null
                || number < current
                || !letter.hasHead() && (letter.lines() > PASTE_LIMIT || letter.timedSince(last) >= CONSOLE);
    }

    /** Whether the input is a log: long, and without a head of a mail or commit so far. */
    boolean isLog() {
        return count == 1 && letters.get(0).lines() > PASTE_LIMIT;
    }

    /** What is known about this letter, null where it is nothing. */
    Provenance provenanceOf(int number) {
        var letter = letters.get(number);
        return letter == null ? null : letter.provenance();
    }
}
