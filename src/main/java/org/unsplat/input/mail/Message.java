package org.unsplat.input.mail;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.unsplat.input.bytes.TextScanner;
import org.unsplat.input.layer.WallClock;
import org.unsplat.model.Origin;
import org.unsplat.model.Report;

/** A mail, commit or pasted text while it is read: its {@link Origin} as far as it is known. */
final class Message {

    /** The number of links and fixes kept of a message; a list of patches may have more. */
    private static final int LIMIT = 100;

    /** The largest number of characters of a link or fix. */
    private static final int LONGEST = 1000;

    private static final String SYZBOT_NAME = "syzbot+";
    private static final int SHORTEST_ID = 16;

    static final String FULL = "a mail or commit has more than " + LIMIT + " links or fixes, or one of more than "
            + LONGEST + " characters: it was left out of the origin";

    /** Headers with addresses; that of syzbot contains the id of the bug. */
    private static final List<String> SYZBOT = List.of("from", "to", "cc", "reply-to");

    private final Set<String> links = new LinkedHashSet<>();
    private final Set<String> fixes = new LinkedHashSet<>();
    private String fixAbove;
    private final SyzbotRun run = new SyzbotRun();
    private String subject;
    private String messageId;
    private String date;
    private String list;
    private String syzbotId;
    private boolean ofManyBugs;
    private int lines;
    private int lastLine;
    private int firstLine;
    private boolean console;
    private boolean prose;
    private boolean quoted;
    private final OpeningLines opening = new OpeningLines();
    private boolean full;

    /** A message without headers so far. */
    Message() {}

    Message(HeaderBlock headers) {
        var title = headers.get("subject");
        var id = headers.get("message-id");
        subject = title == null ? null : EncodedWords.decode(title);
        messageId = id == null ? null : bracketed(id);
        date(headers.get("date", ""));
        list = ListAddress.of(headers);
        for (var name : SYZBOT) {
            reporters(headers.get(name, ""));
        }
    }

    /** No id has blanks: those in a long one are where it was folded. */
    private static String bracketed(String id) {
        var open = id.indexOf('<');
        var close = id.indexOf('>', open);
        return (close < 0 ? id.substring(open + 1) : id.substring(open + 1, close)).replaceAll("\\s", "");
    }

    /** Whether the header of a mail or commit was seen. */
    boolean hasHead() {
        return subject != null || messageId != null;
    }

    int lines() {
        return lines;
    }

    /**
     * Notes a line of the input.
     *
     * @param untimed its text if it has no time, else empty; no line with a time was written by the author
     * @param isQuoted whether it is quoted, so that the quoting author may add text
     */
    void note(int number, String untimed, boolean isQuoted) {
        firstLine = firstLine == 0 ? number : firstLine;
        lastLine = number;
        quoted |= isQuoted;
        if (!untimed.isEmpty()) {
            prose = true;
            opening.note(number, untimed);
        }
    }

    /**
     * Whether a console printed this, so that no trailer can follow its reports. That is so if a report begins later than any
     * author's introduction would let it, or after many lines that all have times, or if it is complete, has no times, and has
     * only kernel messages before it. Authors mostly paste reports with their times.
     */
    boolean isConsole(Report report) {
        var first = report.where().first();
        var above = first - firstLine;
        var isBare = report.complete() && report.where().time() == null;
        console |= !hasHead()
                && (above >= Messages.LONGEST_PROSE
                        || !quoted && above >= Messages.CONSOLE && opening.isNoneUpTo(first)
                        || isBare && opening.isKernelsUpTo(first));
        return console;
    }

    /** The number of input lines after line {@code number}; 0 if a line so far had no time. */
    int timedSince(int number) {
        return prose ? 0 : lastLine - number;
    }

    /** Sets the date from the header of a mail or commit, unless it is set. */
    void date(String text) {
        var iso = WallClock.iso(text);
        date = date == null && iso != null && !iso.startsWith("-") ? iso : date;
    }

    /** Sets the title of a commit, its first line, unless it is set. */
    void title(String text) {
        if (subject == null) {
            subject = text;
        }
    }

    void read(String text) {
        lines++;
        if (console || lines > Messages.PASTE_LIMIT && !hasHead()) {
            // A log has no trailers
            return;
        }
        var start = TextScanner.blanksEnd(text);
        if (fixAbove != null) {
            finishFix(text);
        }
        if (start == text.length()) {
            return;
        }
        switch (text.charAt(start)) {
            case 'F' -> fixes(text, start);
            case 'L', 'C' -> {
                link(text, start, text.startsWith("Link: ", start) || text.startsWith("Closes: ", start));
                run.read(text, start);
            }
            case 'd', 'B' ->
                link(text, start, text.startsWith("dashboard link: ", start) || text.startsWith("BugLink: ", start));
            case 'R' -> {
                if (text.startsWith("Reported-", start)) {
                    reporters(text);
                }
            }
            case 'H', 'c', 'g', 'k', 's' -> run.read(text, start);
            default -> {}
        }
    }

    private void fixes(String text, int start) {
        fixAbove = FixesTrailer.read(text, start);
        if (fixAbove != null) {
            add(fixAbove, fixes);
        }
    }

    private void finishFix(String below) {
        var whole = FixesTrailer.joined(fixAbove, below);
        if (whole != null && fixes.remove(fixAbove)) {
            add(whole, fixes);
        }
        fixAbove = null;
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

    /** Reads each {@code syzbot+HASH@} in a trailer or a header with addresses. */
    private void reporters(String text) {
        for (var at = text.indexOf(SYZBOT_NAME); at >= 0; at = text.indexOf(SYZBOT_NAME, at + 1)) {
            syzbot(text, at + SYZBOT_NAME.length());
        }
    }

    private void syzbot(String text, int start) {
        var end = TextScanner.hexEnd(text, start);
        if (end - start >= SHORTEST_ID) {
            var id = text.substring(start, end);
            ofManyBugs |= syzbotId != null && !syzbotId.equals(id);
            syzbotId = id;
        }
    }

    /** The origin so far; null if nothing is known. */
    Origin origin() {
        var id = ofManyBugs ? null : syzbotId;
        var nothing = !hasHead() && id == null && date == null && links.isEmpty() && fixes.isEmpty() && run.isEmpty();
        return nothing
                ? null
                : new Origin(
                        id,
                        messageId,
                        subject,
                        date,
                        list,
                        List.copyOf(links),
                        List.copyOf(fixes),
                        run.commit(),
                        run.tree(),
                        run.config(),
                        run.log(),
                        run.reproducers());
    }
}
