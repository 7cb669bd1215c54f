package org.unsplat.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.unsplat.model.IrqTrace;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;

/**
 * When interrupts were last enabled and disabled ({@code print_irqtrace_events}).
 * <pre>
 * irq event stamp: 134
 * hardirqs last  enabled at (133): [&lt;ffffffff8143dc26&gt;] irqentry_exit+0x36/0x80
 * hardirqs last disabled at (134): [&lt;ffffffff8143ba6f&gt;] common_interrupt+0xf/0xa0
 * softirqs last  enabled at (95): [&lt;ffffffff8107e32b&gt;] irq_exit_rcu+0x7b/0xa0
 * softirqs last disabled at (0): [&lt;0000000000000000&gt;] 0x0
 * </pre>
 * The last line says "never": 0x0 from 5.4 on, {@code (null)} before.
 */
public final class IrqTraceLines implements Piece {

    private static final String STAMP = "irq event stamp: ";
    /** Digits of a number that fits a long. */
    private static final int LONGEST = 18;

    private static final Regex EVENT = new Regex("(?d)(?<irq>hard|soft)irqs last +(?<state>enabled|disabled) at +"
            + "\\((?<count>\\d+)\\):(?: \\[<?\\s*(?<address>[^\\s>\\]]+)>?\\])?\\s*(?<symbol>\\S.*)");
    private static final List<String> NAMES = List.of(
            "hardirqs last  enabled", "hardirqs last disabled", "softirqs last  enabled", "softirqs last disabled");

    @Override
    public String name() {
        return "irq trace";
    }

    @Override
    public boolean starts(String line) {
        return line.startsWith(STAMP);
    }

    @Override
    public boolean continues(String line) {
        return line.startsWith("hardirqs last ") || line.startsWith("softirqs last ");
    }

    @Override
    public boolean isWhole(String line) {
        var match = EVENT.matcher(line);
        return starts(line) || match.matches() && event(match) != null;
    }

    @Override
    public void read(Cursor lines, Draft draft) {
        draft.irqTrace = read(lines);
    }

    /** Reads the block, null where there is none. */
    public static IrqTrace read(Cursor lines) {
        if (!lines.peek().startsWith(STAMP)) {
            return null;
        }
        var stamp = lines.next().substring(STAMP.length()).strip();
        Map<String, IrqTrace.Event> events = new HashMap<>();
        var inlined = new ArrayList<StackFrame>();
        for (var match = EVENT.matcher(lines.peek()); match.matches(); match = EVENT.matcher(lines.peek())) {
            var event = event(match);
            if (event == null) {
                break;
            }
            lines.next();
            if (event.at() != null && event.at().inline()) {
                inlined.add(event.at());
            } else {
                events.put(
                        match.group("irq") + match.group("state"),
                        new IrqTrace.Event(
                                event.count(), event.address(), event.addressText(), event.at(), List.copyOf(inlined)));
                inlined.clear();
            }
        }
        return new IrqTrace(
                number(stamp),
                events.get("hardenabled"),
                events.get("harddisabled"),
                events.get("softenabled"),
                events.get("softdisabled"));
    }

    private static IrqTrace.Event event(Matcher match) {
        var symbol = match.group("symbol");
        var never = symbol.equals("0x0") || symbol.equals("(null)");
        var at = never ? null : Symbol.frame(symbol);
        if (!never && at == null) {
            return null;
        }
        var address = match.group("address");
        var hex = address == null ? null : Hex.of(address);
        return new IrqTrace.Event(
                number(match.group("count")),
                hex,
                hex == null ? never && address == null ? symbol : address : null,
                at,
                List.of());
    }

    private static Long number(String digits) {
        return digits.isEmpty() || digits.length() > LONGEST || Hex.decimalEnd(digits, 0) < digits.length()
                ? null
                : Long.valueOf(digits);
    }

    @Override
    public void write(Report report, KernelText out) {
        if (report.lockdep().irqTrace() != null) {
            write(report.lockdep().irqTrace(), Dialect.of(report), out);
        }
    }

    /** Writes the block. */
    public static void write(IrqTrace trace, Dialect dialect, KernelText out) {
        out.line(STAMP + trace.eventStamp());
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
                write(NAMES.get(i), events[i], digits, dialect, out);
            }
        }
    }

    private static void write(String name, IrqTrace.Event event, int digits, Dialect dialect, KernelText out) {
        var address = Hex.bare(event.address(), event.addressText());
        var before = name + " at (" + event.count() + "): "
                + (address == null ? "" : "[<" + padded(address, digits) + ">] ");
        event.inlinedInto().forEach(frame -> out.line(before + Symbol.text(frame)));
        out.line(before
                + (event.at() != null
                        ? Symbol.text(event.at())
                        : padded(event.address() == null ? "(null)" : dialect.nullSymbol(), digits)));
    }

    /** {@code %p} of NULL is as wide as a pointer. */
    private static String padded(String address, int digits) {
        return address.equals("(null)") ? " ".repeat(digits - address.length()) + address : address;
    }
}
