package org.unsplat.grammar.oops;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.unsplat.classify.LineType;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.stack.FrameEndType;
import org.unsplat.grammar.stack.FrameLine;
import org.unsplat.grammar.stack.Symbol;
import org.unsplat.grammar.stack.SymbolText;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.KernelFormat;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.grammar.text.Numbers;
import org.unsplat.input.bytes.Regex;
import org.unsplat.input.bytes.TextScanner;
import org.unsplat.model.IrqTrace;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;

/**
 * The irq events of a task: when interrupts were last enabled and disabled ({@code print_irqtrace_events}).
 * <pre>
 * irq event stamp: 134
 * hardirqs last  enabled at (133): [&lt;ffffffff8143dc26&gt;] irqentry_exit+0x36/0x80
 * hardirqs last disabled at (134): [&lt;ffffffff8143ba6f&gt;] common_interrupt+0xf/0xa0
 * softirqs last  enabled at (95): [&lt;ffffffff8107e32b&gt;] irq_exit_rcu+0x7b/0xa0
 * softirqs last disabled at (0): [&lt;0000000000000000&gt;] 0x0
 * </pre>
 * The last line means "never": 0x0 from 5.4 on, {@code (null)} before.
 */
public final class IrqTracePiece extends Piece {

    private static final String STAMP_START = "irq event stamp: ";
    /** The largest number of digits that fits in a long. */
    private static final int LONGEST = 18;

    private static final Regex EVENT_LINE = new Regex("(?d)(?<irq>hard|soft)irqs last +(?<state>enabled|disabled) at +"
            + "\\((?<count>\\d+)\\):(?: \\[(?:<?\\s*(?<address>[^\\s>\\]]+)>?|\\s*)\\])?\\s*(?<symbol>\\S.*)");
    private static final Regex EVENT_CUT = new Regex("(?d)(?:hard|soft)irqs last(?: +(?:enabled|disabled)?.*)?");

    public static final LineType<Matcher> STAMP = LineType.of("irq event stamp", STAMP_START + "(\\d+)", STAMP_START);
    /** The line about when and where interrupts were last enabled or disabled. */
    public static final LineType<IrqEvent> EVENT = new EventType();

    public static final List<LineType<?>> TYPES = List.of(STAMP, EVENT);
    private static final List<String> NAMES = List.of(
            "hardirqs last  enabled", "hardirqs last disabled", "softirqs last  enabled", "softirqs last disabled");

    /** One line of the block: its key, such as {@code hardenabled}, and the event. */
    record IrqEvent(String name, IrqTrace.Event event) {}

    private static final class EventType extends FrameEndType<IrqEvent> {

        EventType() {
            super("irq trace line", List.of("hardirqs last ", "softirqs last "));
        }

        @Override
        public IrqEvent read(String text) {
            var match = EVENT_LINE.matcher(text);
            var event = match.matches() ? event(match) : null;
            return event == null ? null : new IrqEvent(match.group("irq") + match.group("state"), event);
        }

        @Override
        public boolean isCut(String text) {
            return EVENT_CUT.matches(text);
        }

        @Override
        public boolean isDoubtful(String text, IrqEvent event) {
            return event.event().at() != null
                    && FrameLine.lacksOffset(event.event().at());
        }
    }

    public IrqTracePiece() {
        super("irq trace", List.of(STAMP), List.of(EVENT));
    }

    @Override
    public void read(Cursor lines, ReportBuilder builder) {
        builder.irqTrace = read(lines);
    }

    /** Reads the block; null if there is none. */
    public static IrqTrace read(Cursor lines) {
        var stamp = lines.peek(STAMP);
        if (stamp == null) {
            return null;
        }
        if (number(stamp.group(1)) == null) {
            lines.skip();
        } else {
            lines.next();
        }
        Map<String, IrqTrace.Event> events = new HashMap<>();
        var inlined = new ArrayList<StackFrame>();
        while (!lines.atEnd() && lines.line().type() == EVENT) {
            var line = lines.accept(EVENT);
            if (line == null) {
                lines.skip();
            } else if (line.event().at() != null && line.event().at().inline()) {
                inlined.add(line.event().at());
            } else {
                events.put(line.name(), line.event().inlinedInto(List.copyOf(inlined)));
                inlined.clear();
            }
        }
        return new IrqTrace(
                number(stamp.group(1)),
                events.get("hardenabled"),
                events.get("harddisabled"),
                events.get("softenabled"),
                events.get("softdisabled"));
    }

    private static IrqTrace.Event event(Matcher match) {
        var symbol = match.group("symbol");
        var never = symbol.equals("0x0") || symbol.equals("(null)");
        var at = never ? null : Symbol.frame(symbol);
        var count = number(match.group("count"));
        if (!never && at == null || count == null) {
            return null;
        }
        var address = match.group("address") == null && never ? symbol : match.group("address");
        var hex = address == null ? null : Numbers.address(address);
        return new IrqTrace.Event(count, hex, hex == null ? address : null, at, List.of());
    }

    private static Long number(String digits) {
        return digits.isEmpty() || digits.length() > LONGEST || TextScanner.digitsEnd(digits, 0) < digits.length()
                ? null
                : Long.valueOf(digits);
    }

    @Override
    public void write(Report report, KernelText out) {
        if (report.lockdep().irqTrace() != null) {
            write(report.lockdep().irqTrace(), KernelFormat.of(report), out);
        }
    }

    public static void write(IrqTrace trace, KernelFormat format, KernelText out) {
        out.line(STAMP_START + trace.eventStamp());
        var events = Stream.of(
                        trace.hardirqsLastEnabled(),
                        trace.hardirqsLastDisabled(),
                        trace.softirqsLastEnabled(),
                        trace.softirqsLastDisabled())
                .toArray(IrqTrace.Event[]::new);
        var digits = Stream.of(events)
                .filter(event -> event != null && event.address() != null)
                .mapToInt(event -> event.address().length() - 2)
                .max()
                .orElse(16);
        for (var i = 0; i < events.length; i++) {
            if (events[i] != null) {
                write(NAMES.get(i), events[i], digits, format, out);
            }
        }
    }

    private static void write(String name, IrqTrace.Event event, int digits, KernelFormat format, KernelText out) {
        var address = Numbers.printedAddress(event.address(), event.addressText());
        var before = name + " at (" + event.count() + "): "
                + (address == null ? "" : "[<" + padded(address, digits) + ">] ");
        event.inlinedInto().forEach(frame -> out.line(before + SymbolText.of(frame)));
        out.line(before
                + (event.at() != null
                        ? SymbolText.of(event.at())
                        : padded(event.address() == null ? "(null)" : format.nullSymbol(), digits)));
    }

    /** {@code %p} of NULL is padded to the width of a pointer. */
    private static String padded(String address, int digits) {
        return address.equals("(null)") ? " ".repeat(digits - address.length()) + address : address;
    }
}
