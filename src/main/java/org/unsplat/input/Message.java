package org.unsplat.input;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.unsplat.model.Origin;

/** A mail, a commit or a pasted text while it is read: its {@link Origin} as far as it is known. */
final class Message {

    /** Links and fixes of a message; a list of patches may hold more. */
    private static final int LIMIT = 100;

    /** Characters of one of them. */
    private static final int LONGEST = 1000;

    static final String FULL = "a mail or commit has more than " + LIMIT + " links or fixes, or one of more than "
            + LONGEST + " characters: it was left out of the origin";

    private final Set<String> links = new LinkedHashSet<>();
    private final Set<String> fixes = new LinkedHashSet<>();
    private String subject;
    private String messageId;
    private String syzbotId;
    private int lines;
    private int lastLine;
    private boolean prose;
    private boolean full;

    Message(String subject, String messageId) {
        this.subject = subject;
        this.messageId = messageId == null ? null : bracketed(messageId);
    }

    private static String bracketed(String id) {
        var open = id.indexOf('<');
        var close = id.indexOf('>', open);
        return open < 0 || close < 0 ? id : id.substring(open + 1, close);
    }

    /** Whether a mail's or a commit's head was seen. */
    boolean hasHead() {
        return subject != null || messageId != null;
    }

    /** How many lines it has had. */
    int lines() {
        return lines;
    }

    /** Notes which line of the input it has got, and whether that has a time, as no line of the author's own has. */
    void note(int number, boolean timed) {
        lastLine = number;
        prose |= !timed;
    }

    /** How many lines of the input have come after this one, 0 where not all so far had a time. */
    int timedSince(int number) {
        return prose ? 0 : lastLine - number;
    }

    /** The title of a commit is its first line. */
    void title(String text) {
        if (subject == null) {
            subject = text;
        }
    }

    void read(String text) {
        lines++;
        if (lines > Messages.PASTE_LIMIT && !hasHead()) {
            // A log has no trailers
            return;
        }
        var start = 0;
        while (start < text.length() && (text.charAt(start) == ' ' || text.charAt(start) == '\t')) {
            start++;
        }
        if (start == text.length()) {
            return;
        }
        switch (text.charAt(start)) {
            case 'F' -> fixes(text, start);
            case 'L', 'C' -> link(text, start, text.startsWith("Link: ", start) || text.startsWith("Closes: ", start));
            case 'd', 'B' ->
                link(text, start, text.startsWith("dashboard link: ", start) || text.startsWith("BugLink: ", start));
            case 'R' -> reporter(text, text.startsWith("Reported-", start));
            default -> {}
        }
    }

    private void fixes(String text, int start) {
        if (text.startsWith("Fixes: ", start)) {
            add(text.substring(start + "Fixes: ".length()).strip(), fixes);
        }
    }

    private void link(String text, int start, boolean isLink) {
        var url = isLink ? text.indexOf("http", start) : -1;
        if (url < 0) {
            return;
        }
        var end = url;
        while (end < text.length() && text.charAt(end) > ' ' && text.charAt(end) != '>') {
            end++;
        }
        add(text.substring(url, end), links);
        var id = text.indexOf("syzkaller.appspot.com/bug?extid=", url);
        if (id >= 0) {
            syzbot(text, text.indexOf('=', id) + 1);
        }
    }

    private void add(String text, Set<String> list) {
        if (text.length() > LONGEST || list.size() >= LIMIT && !list.contains(text)) {
            full = true;
        } else {
            list.add(text);
        }
    }

    /** Whether more was found than is kept. */
    boolean isFull() {
        return full;
    }

    /** Reads {@code syzbot+HASH@} in a trailer or in the From of a mail. */
    void reporter(String text, boolean isReporter) {
        var id = isReporter ? text.indexOf("syzbot+") : -1;
        if (id >= 0) {
            syzbot(text, id + "syzbot+".length());
        }
    }

    private void syzbot(String text, int start) {
        var end = start;
        while (end < text.length() && Character.digit(text.charAt(end), 16) >= 0) {
            end++;
        }
        if (syzbotId == null && end - start >= 16) {
            syzbotId = text.substring(start, end);
        }
    }

    /** What is known, null where it is nothing. */
    Origin origin() {
        var nothing = !hasHead() && syzbotId == null && links.isEmpty() && fixes.isEmpty();
        return nothing ? null : new Origin(syzbotId, messageId, subject, List.copyOf(links), List.copyOf(fixes));
    }
}
