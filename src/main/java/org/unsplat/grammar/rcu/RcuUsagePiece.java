package org.unsplat.grammar.rcu;

import java.util.List;
import java.util.regex.Matcher;
import org.unsplat.classify.LineType;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.grammar.text.Numbers;
import org.unsplat.input.bytes.Regex;
import org.unsplat.model.RcuUsage;
import org.unsplat.model.Report;

/** {@code lkt/lkt.c:482 suspicious rcu_dereference_check() usage!}: a place in the source, and a message. */
public final class RcuUsagePiece extends Piece {

    private static final Regex WHOLE =
            new Regex("(?d)(?<file>[\\w./][^\\s:]*\\.[A-Za-z]\\w{0,2}):(?<line>\\d{1,7}) (?<message>.*)!");
    private static final Regex KNOWN = new Regex(
            "\\S+ (?:suspicious \\w+\\(\\) usage|\\w+(?:\\(\\))? used illegally while idle"
                    + "|Illegal context switch in RCU(?:-\\w+)? read-side critical section|RCU-list traversed in non-reader section!?)!");
    private static final Regex START = new Regex("[\\w./][^\\s:]*\\.[A-Za-z]\\w{0,2}:\\d{1,7} ");
    private static final Regex PLACE = new Regex("[\\w./][^\\s:]*\\.[A-Za-z]\\w{0,2}:\\d{1,7}");

    /** A place in the source, and any message that ends with an exclamation mark. */
    public static final LineType<Matcher> SENTENCE = new LineType<>("sentence about RCU", List.of()) {
        @Override
        public Matcher read(String text) {
            var match = text.endsWith("!") && text.indexOf(':') > 0 ? WHOLE.matcher(text) : null;
            return match != null && match.matches() ? match : null;
        }

        @Override
        public boolean isStrict(String text) {
            return KNOWN.matches(text);
        }

        @Override
        public boolean isCut(String text) {
            var colon = text.indexOf(':');
            var isNumbered = colon > 0 && colon + 1 < text.length() && Character.isDigit(text.charAt(colon + 1));
            var start = isNumbered ? START.matcher(text) : null;
            return start != null && start.lookingAt() && isOfRcu(text.substring(start.end()));
        }

        /** A subsystem may say anything. In prose a file is mostly named without its directory. */
        @Override
        public boolean mayBeCut(String text) {
            var colon = text.indexOf(':');
            return colon > 0
                    && (Character.isDigit(text.charAt(text.length() - 1)) && PLACE.matches(text)
                            || text.lastIndexOf('/', colon) >= 0
                                    && START.matcher(text).lookingAt());
        }
    };

    public RcuUsagePiece() {
        super("line of code that used RCU", List.of(SENTENCE));
    }

    private static boolean isOfRcu(String message) {
        return message.contains("rcu")
                || message.contains("RCU")
                || message.startsWith("suspicious")
                || message.startsWith("Illegal");
    }

    @Override
    public void read(Cursor lines, ReportBuilder builder) {
        var match = lines.accept(SENTENCE);
        if (match != null) {
            builder.rcu = new RcuUsage(
                    match.group("file"),
                    Numbers.parseInt(match.group("line")),
                    match.group("message"),
                    null,
                    null,
                    List.of());
        }
    }

    @Override
    public boolean isIn(ReportBuilder builder) {
        return builder.rcu != null && builder.rcu.file() != null;
    }

    @Override
    public void write(Report report, KernelText out) {
        var rcu = report.lockdep().rcu();
        if (rcu != null && rcu.file() != null) {
            out.line(rcu.file() + ":" + rcu.line() + " " + rcu.message() + "!");
        }
    }
}
