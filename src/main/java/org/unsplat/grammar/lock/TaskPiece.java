package org.unsplat.grammar.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.unsplat.classify.ContextType;
import org.unsplat.classify.LineType;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.stack.FrameLine;
import org.unsplat.grammar.stack.Symbol;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.grammar.text.Numbers;
import org.unsplat.input.bytes.Regex;
import org.unsplat.model.FreedRange;
import org.unsplat.model.Lock;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;
import org.unsplat.model.Task;

/**
 * The first sentence of most reports: which task did what with which lock.
 * <pre>
 * insmod/44 is trying to lock:
 * ffffffffa0004878 (lkt_sa){....}-{3:3}, at: lkt_wait_raw_spin+0x18/0x40 [lkt]
 *
 * swapper/0/0 [HC0[0]:SC1[1]:HE1:SE0] takes:
 * insmod/45 is trying to release lock (lkt_ma) at:
 * [&lt;ffffffffa0001234&gt;] lkt_unbalance+0x12/0x20 [lkt]
 * but there are no more locks to release!
 *
 * sentence = task [" " irq] verb (lock | "[&lt;" address "&gt;] " symbol [end])
 * task     = comm "/" pid                        the comm may contain blanks and slashes
 * irq      = "[HC" n "[" n "]:SC" n "[" n "]:HE" bit ":SE" bit "]"
 * </pre>
 */
public final class TaskPiece extends Piece {

    private static final Regex PATTERN = new Regex(
            "(?d)(?<comm>.*)/(?<pid>-?\\d{1,9})"
                    + "(?<irq> \\[HC(?<hc>\\d{1,9})\\[(?<hn>\\d{1,9})\\]:SC(?<sc>\\d{1,9})\\[(?<sn>\\d{1,9})\\]:HE(?<he>\\d):SE(?<se>\\d)\\])?"
                    + " (?:(?<words>" + TaskWording.pattern() + ")"
                    + "|is trying to (?!release|contend)(?<other>[a-z-]+) lock:"
                    + "|is trying to (?<raw>release|contend) lock \\((?<lock>.*)\\) at:"
                    + "|is freeing memory (?<from>(?:0x)?[0-9a-f]{1,16})-(?<to>(?:0x)?[0-9a-f]{1,16}), with a lock still held there!)");
    private static final Regex CUT =
            new Regex("(?d).*/-?\\d{1,9}(?: (?:is|just|is trying(?: to)?|is leaving|is freeing))?");
    private static final Regex IRQ_CUT = new Regex("(?d).*/-?\\d{1,9} \\[HC\\d.*");
    private static final List<String> ENDS =
            List.of("but there are no more locks to release!", "but there are no locks held!");

    public static final LineType<Matcher> SENTENCE = new LineType<>("sentence about a task", List.of()) {
        @Override
        public Matcher read(String text) {
            var match = isMarked(text) ? PATTERN.matcher(text) : null;
            return match != null && match.matches() ? match : null;
        }

        @Override
        public boolean isCut(String text) {
            return isMarked(text) || text.contains(" [HC") && IRQ_CUT.matches(text);
        }

        @Override
        public boolean mayBeCut(String text) {
            return text.indexOf('/') > 0 && CUT.matches(text);
        }
    };

    private static final LineType<String> END =
            LineType.words("end of a sentence about a release", ENDS.toArray(new String[0]));

    /** The place that released a lock, if it does not look like a frame because decode_stacktrace.sh rewrote it. */
    private static final LineType<StackFrame> PLACE = new ContextType<>("place of a release") {
        @Override
        public StackFrame read(String text) {
            return Symbol.frame(text);
        }

        @Override
        public boolean follows(TypedLine last, TypedLine next) {
            return last.is(SENTENCE) && last.text().endsWith(") at:") || last.is(this) || last.is(FrameLine.TYPE);
        }
    };

    public TaskPiece() {
        super(
                "sentence that says who did what to which lock",
                List.of(SENTENCE),
                List.of(LockLine.TYPE, FrameLine.TYPE, PLACE, END));
    }

    private static boolean isMarked(String text) {
        return text.indexOf('/') > 0 && (TaskWording.isMarked(text) || text.contains(" is freeing memory"));
    }

    /** Only a lock that is released or contended for has its place on a line of its own. */
    @Override
    public boolean isNext(TypedLine last, TypedLine next) {
        return next.type() != FrameLine.TYPE || last.text().endsWith(") at:") || last.type() == FrameLine.TYPE;
    }

    @Override
    public void read(Cursor lines, ReportBuilder builder) {
        var line = lines.number();
        var match = lines.accept(SENTENCE);
        if (match == null) {
            return;
        }
        builder.task = task(match);
        builder.action = action(match);
        if (match.group("from") != null) {
            builder.freed = new FreedRange(hex(match.group("from")), hex(match.group("to")));
        }
        var isRaw = match.group("raw") != null;
        builder.acquiring = isRaw ? released(match.group("lock"), lines) : LockLine.read(lines);
        var words = match.group("words");
        if (builder.acquiring == null && (words == null || words.endsWith(":"))) {
            builder.problem(
                    Problem.Code.MISSING_PART, line, "expected the lock that the sentence is about, found none");
        } else if (isRaw && builder.acquiring.at() == null) {
            builder.problem(Problem.Code.MISSING_PART, line, "expected a place after the sentence, found none");
        }
    }

    private static String action(Matcher match) {
        var other = match.group("other") == null ? match.group("raw") : match.group("other");
        var words = match.group("words");
        return words != null ? TaskWording.action(words) : other == null ? "free" : other;
    }

    private static String hex(String printed) {
        var hex = Numbers.address(printed);
        return hex == null ? printed : hex;
    }

    private static Task task(Matcher match) {
        var irq = match.group("irq") == null
                ? null
                : new Task.Irq(
                        List.of(Numbers.parseInt(match.group("hc")), Numbers.parseInt(match.group("hn"))),
                        List.of(Numbers.parseInt(match.group("sc")), Numbers.parseInt(match.group("sn"))),
                        match.group("he").equals("1"),
                        match.group("se").equals("1"));
        return new Task(match.group("comm"), Numbers.parseInt(match.group("pid")), irq);
    }

    /** A lock printed by the name of its map, and the place that released it, which a symbolizer may repeat. */
    private static Lock released(String name, Cursor lines) {
        var places = new ArrayList<StackFrame>();
        while (places.isEmpty() || places.get(places.size() - 1).inline()) {
            var place = lines.accept(FrameLine.TYPE);
            place = place == null ? lines.accept(PLACE) : place;
            if (place == null) {
                break;
            }
            places.add(place);
        }
        lines.accept(END);
        var at = places.isEmpty() ? null : places.remove(places.size() - 1);
        return LockLine.named(name).withPlace(at, List.copyOf(places));
    }

    @Override
    public boolean isIn(ReportBuilder builder) {
        return builder.task != null;
    }

    @Override
    public void write(Report report, KernelText out) {
        var facts = report.lockdep();
        if (facts.task() == null || facts.action() == null) {
            return;
        }
        var who = facts.task().name() + irq(facts.task().irq()) + " ";
        switch (facts.action()) {
            case "release", "contend" -> writeReleased(who, facts.action(), facts.acquiring(), out);
            case "free" ->
                out.line(who + "is freeing memory " + bare(facts.freed().from()) + "-"
                        + bare(facts.freed().to()) + ", with a lock still held there!");
            default -> {
                var words = TaskWording.words(facts.action(), facts.task().irq() != null);
                out.line(who + (words == null ? "is trying to " + facts.action() + " lock:" : words));
            }
        }
        if (facts.acquiring() != null && facts.acquiring().usage() != null) {
            LockLine.write(facts.acquiring(), "", out);
        }
    }

    private static String bare(String address) {
        return address.startsWith("0x") ? address.substring(2) : address;
    }

    private static void writeReleased(String who, String action, Lock lock, KernelText out) {
        out.line(who + "is trying to " + action + " lock (" + lock.classText() + ") at:");
        if (lock.at() != null) {
            lock.inlinedInto().forEach(frame -> out.line(FrameLine.text(frame, true)));
            out.line(FrameLine.text(lock.at(), true));
        }
        out.line(ENDS.get(action.equals("release") ? 0 : 1));
    }

    private static String irq(Task.Irq irq) {
        return irq == null
                ? ""
                : " [HC" + irq.hardirq().get(0) + "[" + irq.hardirq().get(1) + "]:SC"
                        + irq.softirq().get(0) + "[" + irq.softirq().get(1) + "]:HE" + bit(irq.hardirqsEnabled())
                        + ":SE"
                        + bit(irq.softirqsEnabled()) + "]";
    }

    private static int bit(boolean set) {
        return set ? 1 : 0;
    }
}
