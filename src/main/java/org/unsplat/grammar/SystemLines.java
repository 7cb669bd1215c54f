package org.unsplat.grammar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.unsplat.classify.LineType;
import org.unsplat.classify.PatternType;
import org.unsplat.grammar.stack.FrameLine;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.KernelFormat;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.grammar.text.Numbers;
import org.unsplat.input.bytes.Regex;
import org.unsplat.model.SystemInfo;

/**
 * The lines that say who printed the report: the ident line of lockdep ({@code print_kernel_ident}) and the head of a dump
 * ({@code dump_stack_print_info}).
 * <pre>
 * 6.12.117 #1 Tainted: G           O
 * CPU: 1 UID: 0 PID: 45 Comm: insmod Tainted: G           O       6.12.117 #1 PREEMPT(full)  f94e6c01...
 * Tainted: [O]=OOT_MODULE                                        6.12 and later
 * Hardware name: linux,dummy-virt (DT)
 * Workqueue: iou_exit io_ring_exit_work
 * Stopper: multi_cpu_stop+0x0/0x2a0 &lt;- stop_machine+0x1/0x2      5.15 and later
 * Sched_ext: simple (enabled+all), task: runnable_at=-1ms        6.12 and later
 * Pid: 0, comm: swapper/0 Tainted: G        W    3.6.0 #296      before 3.9
 *
 * taint = "Not tainted" | "Tainted: " one character for each bit, a blank if it is clear
 * </pre>
 * The kernels of Red Hat have more bits after these, and print a dash for most of them if clear:
 * {@code Tainted: G           OE    --------- -t -}.
 */
public final class SystemLines {

    static final String TAINT =
            "(?:Not tainted|Tainted:(?<flags>(?:\\s*(?:[A-Z]{1,20}|[A-Za-z]?-[A-Za-z-]{0,19}|\\[[A-Z]\\]=\\w+,?)(?=\\s|$))*))";
    private static final Regex TAINT_FIRST = new Regex("(?<taint>" + TAINT + ") +(?<kernel>\\S+) (?<build>#\\S+)");
    private static final Regex NO_FLAG = new Regex("[\\s G\\[-]|\\]=\\w+,?");
    private static final String BITS = "PFSRMBUDAWCIOELKXTNJ";
    private static final String KDUMP = " Kdump: loaded";

    /** {@code 6.12.117 #1 Tainted: G           O}. */
    public static final LineType<Matcher> IDENT = new IdentType();
    /** The release alone between the headline and the lower ruler. */
    public static final LineType<Matcher> RELEASE = new IdentType.Release();
    /** Printed by {@code dump_stack_print_info}; people cut its end off. */
    public static final LineType<Matcher> CPU_LINE = new CpuLineType();

    public static final LineType<Matcher> TAINT_NAMES =
            LineType.of("taint line", "Tainted: (\\[\\w\\]=\\w+(?:, \\[\\w\\]=\\w+)*)", "Tainted: [");
    public static final LineType<String> HARDWARE = new HardwareType();
    /** Workqueue, Stopper and Sched_ext lines. */
    public static final LineType<Matcher> WORKER =
            new PatternType(
                    "worker line",
                    List.of("Workqueue:", "Stopper:", "Sched_ext:"),
                    "(?d)(Workqueue|Stopper|Sched_ext): ?(.*)") {
                @Override
                public boolean isDoubtful(String text, Matcher match) {
                    return text.endsWith("<-");
                }

                @Override
                public boolean endsWith(LineType<?> other) {
                    return other == FrameLine.TYPE;
                }
            };

    /** All lines of the head of a dump. */
    public static final List<LineType<?>> DUMP_HEAD = List.of(CPU_LINE, TAINT_NAMES, HARDWARE, WORKER);

    private SystemLines() {}

    public static boolean readIdent(Cursor lines, SystemBuilder system) {
        var match = lines.accept(IDENT);
        match = match == null ? lines.accept(RELEASE) : match;
        if (match != null) {
            kernel(match, system);
        }
        return match != null;
    }

    /** Reads the taint line of a hung task, {@code Not tainted 6.12.0 #1}, if the line is one. */
    public static void readTaintFirst(String line, SystemBuilder system) {
        var match = TAINT_FIRST.matcher(line);
        if (match.matches()) {
            kernel(match, system);
        }
    }

    /** Reads one line of the head of a dump. */
    public static boolean read(Cursor lines, SystemBuilder system) {
        var worker = lines.accept(WORKER);
        if (worker != null) {
            word(worker.group(1), worker.group(2), system);
            return true;
        }
        var hardware = lines.accept(HARDWARE);
        if (hardware != null) {
            word("Hardware name", hardware, system);
            return true;
        }
        return dump(lines.accept(CPU_LINE), system) || names(lines.accept(TAINT_NAMES), system);
    }

    private static void word(String name, String printed, SystemBuilder system) {
        var text = printed.isEmpty() ? null : printed;
        switch (name) {
            case "Hardware name" -> system.hardware = text;
            case "Workqueue" -> system.workqueue = text;
            case "Stopper" -> system.stopper = text;
            default -> system.schedExt = text;
        }
    }

    private static boolean dump(Matcher match, SystemBuilder system) {
        if (match == null) {
            return false;
        }
        if (match.group("kernel") != null || match.group("taint") != null) {
            kernel(match, system);
        }
        var comm = match.group("comm").strip();
        system.kdump = comm.endsWith(KDUMP);
        system.comm = system.kdump ? comm.substring(0, comm.length() - KDUMP.length()) : comm;
        system.cpu = Numbers.parseInt(match.group("cpu"));
        system.uid = Numbers.parseInt(match.group("uid"));
        system.pid = Numbers.parseInt(match.group("cpu") == null ? match.group("oldpid") : match.group("pid"));
        system.preempt = match.group("preempt");
        system.buildId = match.group("buildid");
        return true;
    }

    private static void kernel(Matcher match, SystemBuilder system) {
        if (match.group("kernel") != null) {
            system.kernel =
                    match.group("build") == null && system.kernel != null ? system.kernel : match.group("kernel");
        }
        system.build = match.group("build") == null ? system.build : match.group("build");
        if (match.group("taint") != null) {
            system.taintFlags = flags(match);
        }
    }

    /** The taint letters of an ident line or CPU line, without {@code G}; empty for "Not tainted". */
    public static List<String> flags(Matcher line) {
        var flags = line.group("flags");
        var letters = flags == null ? "" : NO_FLAG.matcher(flags).replaceAll("");
        return letters.isEmpty() ? List.of() : Arrays.asList(letters.split(""));
    }

    private static boolean names(Matcher match, SystemBuilder system) {
        if (match == null) {
            return false;
        }
        var letters = new ArrayList<String>();
        var names = new ArrayList<String>();
        for (var part : match.group(1).split(", ")) {
            letters.add(part.substring(1, 2));
            names.add(part.substring(part.indexOf('=') + 1));
        }
        system.taintFlags = system.taintFlags == null ? letters : system.taintFlags;
        system.taintNames = List.copyOf(names);
        return true;
    }

    public static void writeIdent(SystemInfo system, KernelFormat format, KernelText out) {
        if (system != null && system.kernel() != null) {
            out.line(release(system) + (system.taint() == null ? "" : " " + taint(system.taint(), format)));
        } else if (system != null && system.taint() != null) {
            out.line(taint(system.taint(), format));
        }
    }

    private static String release(SystemInfo system) {
        return system.kernel() + (system.build() == null ? "" : " " + system.build());
    }

    private static String taint(SystemInfo.Taint taint, KernelFormat format) {
        if (taint.flags().isEmpty()) {
            return "Not tainted";
        }
        var text = new StringBuilder("Tainted: ");
        var last = taint.flags().stream().mapToInt(BITS::indexOf).max().orElse(0);
        for (var i = 0; i < Math.max(format.taintWidth(), last + 1); i++) {
            var letter = BITS.substring(i, i + 1);
            text.append(taint.flags().contains(letter) ? letter : i == 0 ? "G" : " ");
        }
        var others =
                taint.flags().stream().filter(letter -> !BITS.contains(letter)).collect(Collectors.joining());
        return others.isEmpty() ? text.toString() : text + " -" + others;
    }

    /** Writes the head of a dump. */
    public static void write(SystemInfo system, KernelFormat format, KernelText out) {
        if (system == null) {
            return;
        }
        if (system.comm() != null) {
            out.line(who(system)
                    + (system.kdump() ? KDUMP : "")
                    + (system.taint() == null ? "" : " " + taint(system.taint(), format))
                    + (system.kernel() == null ? "" : " " + release(system))
                    + (system.preempt() == null ? "" : " " + system.preempt())
                    + (system.buildId() == null
                            ? ""
                            : " " + " ".repeat(format.version() < 6012 ? 0 : 1) + system.buildId()));
        }
        word("Tainted: ", system.taint() == null ? null : named(system.taint()), out);
        word("Hardware name: ", system.hardware(), out);
        word("Workqueue: ", system.workqueue(), out);
        word("Stopper: ", system.stopper(), out);
        word("Sched_ext: ", system.schedExt(), out);
    }

    private static String who(SystemInfo system) {
        return system.cpu() == null
                ? "Pid: " + system.pid() + ", comm: " + system.comm()
                : "CPU: " + system.cpu() + (system.uid() == null ? "" : " UID: " + system.uid()) + " PID: "
                        + system.pid() + " Comm: " + system.comm();
    }

    /** Null if no flag has a name; names without flags come from another dump. */
    private static String named(SystemInfo.Taint taint) {
        var parts = new ArrayList<String>();
        for (var i = 0; i < Math.min(taint.flags().size(), taint.names().size()); i++) {
            parts.add("[" + taint.flags().get(i) + "]=" + taint.names().get(i));
        }
        return parts.isEmpty() ? null : String.join(", ", parts);
    }

    private static void word(String name, String text, KernelText out) {
        if (text != null) {
            out.line(name + text);
        }
    }
}
