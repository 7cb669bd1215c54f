package org.unsplat.grammar.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.unsplat.classify.LineType;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.KernelFormat;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.input.bytes.Regex;
import org.unsplat.model.Report;
import org.unsplat.model.Scenario;

/**
 * How a deadlock could happen ({@code print_circular_lock_scenario}, {@code print_irq_lock_scenario},
 * {@code print_usage_bug_scenario}, {@code print_deadlock_scenario}).
 * <pre>
 * Chain exists of:
 *   lkt_sa --&gt; lkt_sb --&gt; lkt_sc
 *
 *  Possible interrupt unsafe locking scenario:
 *
 *        CPU0                    CPU1
 *        ----                    ----
 *   lock(lkt_sc);
 *                                local_irq_disable();
 *                                lock(lkt_sa);
 *   &lt;Interrupt&gt;
 *     lock(lkt_sa);
 *
 *  *** DEADLOCK ***
 * </pre>
 * The order of the steps tells their CPUs, because mailers move columns. If steps are lost, the column decides.
 */
public final class ScenarioPiece extends Piece {

    private static final String EXISTS = "Chain exists of:";
    private static final String DEADLOCK = "*** DEADLOCK ***";
    private static final String NESTING = "May be due to missing lock nesting notation";
    private static final String IRQ_OFF_TEXT = "local_irq_disable();";
    private static final String INTERRUPT = "<Interrupt>";
    static final LineType<String> CHAIN = LineType.words("title of the cycle", EXISTS);
    /** {@code Possible unsafe locking scenario:} and its variants. */
    public static final LineType<Matcher> TITLE = LineType.of(
            "title of the scenario",
            "(Possible (?:interrupt )?unsafe locking scenario(?: by crosslock)?):?",
            "Possible unsafe locking scenario",
            "Possible interrupt unsafe locking scenario");
    /** {@code CPU0 CPU1} and the dashes below it, which are also in diagrams of other people. */
    static final LineType<String> COLUMNS = new LineType<>("heads of the columns", List.of("CPU0", "----")) {
        private static final Regex HEADS = new Regex("CPU0(?:\\s+CPU1)?|----(?:\\s+----)?");

        @Override
        public String read(String text) {
            return HEADS.matches(text) ? text : null;
        }

        @Override
        public boolean isDistinctive(String text) {
            return false;
        }
    };

    static final LineType<Scenario.Step> STEP =
            new LineType<>("step of the scenario", List.of("lock(", "rlock(", "sync(", "unlock(", INTERRUPT)) {
                private static final Regex LOCKING = new Regex("(?d)(lock|rlock|sync|unlock)\\((.*)\\);");
                private static final Regex OPEN = new Regex("(?:r|un)?lock\\(|sync\\(");

                @Override
                public Scenario.Step read(String text) {
                    var match = text.endsWith(");") ? LOCKING.matcher(text) : null;
                    return match != null && match.matches()
                            ? new Scenario.Step(0, match.group(1), match.group(2))
                            : text.equals(INTERRUPT) ? new Scenario.Step(0, "interrupt", null) : null;
                }

                @Override
                public boolean isCut(String text) {
                    return OPEN.matcher(text).lookingAt() && !text.contains(");") && !text.contains(") ")
                            || text.startsWith("<In") && INTERRUPT.startsWith(text) && !text.equals(INTERRUPT);
                }
            };

    /** A call that also occurs in source code. */
    static final LineType<Scenario.Step> IRQ_OFF = new LineType<>("step of the scenario", List.of(IRQ_OFF_TEXT)) {
        @Override
        public Scenario.Step read(String text) {
            return text.equals(IRQ_OFF_TEXT) ? new Scenario.Step(0, "local_irq_disable", null) : null;
        }

        @Override
        public boolean isDistinctive(String text) {
            return false;
        }
    };

    public static final LineType<String> END = LineType.words("end of the scenario", DEADLOCK, NESTING);
    private static final int FIRST_VERSION = 3000;
    private static final int SECOND_COLUMN = 20;

    final ScenarioForm form;

    public ScenarioPiece(ScenarioForm form) {
        super(
                "unsafe locking scenario",
                List.of(CHAIN, TITLE),
                List.of(CycleLine.TYPE, TITLE, COLUMNS, STEP, IRQ_OFF, END));
        this.form = form;
    }

    /** Lines that may be anything else count only where the kernel prints them. */
    @Override
    public boolean mayFollow(TypedLine last, TypedLine next) {
        return next.type() == CycleLine.TYPE
                ? last.type() == CHAIN
                : next.type() != COLUMNS || last.type() == TITLE || last.type() == COLUMNS;
    }

    @Override
    public void read(Cursor lines, ReportBuilder builder) {
        while (!lines.atEnd() && lines.line().type() != TITLE) {
            var cycle = lines.accept(CycleLine.TYPE);
            if (cycle != null) {
                builder.cycle = cycle;
            } else if (lines.accept(CHAIN) == null) {
                lines.skip();
            }
        }
        if (lines.atEnd()) {
            return;
        }
        var title = lines.isAt(TITLE) ? lines.peek(TITLE).group(1) : lines.text();
        if (lines.accept(TITLE) == null) {
            lines.skip();
        }
        builder.scenario = new Scenario(title, readSteps(lines, title.endsWith("by crosslock")));
    }

    private static List<Scenario.Step> readSteps(Cursor lines, boolean crosslock) {
        var steps = new ArrayList<Scenario.Step>();
        var columns = new ArrayList<Integer>();
        while (!lines.atEnd()) {
            var column = lines.indent();
            var step = lines.accept(STEP);
            step = step == null ? lines.accept(IRQ_OFF) : step;
            if (step != null) {
                columns.add(column);
                steps.add(step);
            } else if (lines.accept(COLUMNS) == null && lines.accept(END) == null) {
                lines.skip();
            }
        }
        return placed(steps, columns, crosslock);
    }

    private static List<Scenario.Step> placed(List<Scenario.Step> steps, List<Integer> columns, boolean crosslock) {
        var ops = steps.stream().map(Scenario.Step::op).toList();
        var isWhole = ops.contains("local_irq_disable") ? ops.contains("interrupt") : steps.size() == 4;
        var told = !isWhole && columns.stream().anyMatch(column -> column >= SECOND_COLUMN);
        var placed = new ArrayList<Scenario.Step>();
        for (var i = 0; i < steps.size(); i++) {
            var second = told ? columns.get(i) >= SECOND_COLUMN : isOnSecondCpu(ops, i, crosslock);
            placed.add(new Scenario.Step(
                    second ? 1 : 0, steps.get(i).op(), steps.get(i).lock()));
        }
        return List.copyOf(placed);
    }

    /** The order of the kernel: CPU1 disables interrupts and runs until the interrupt, or takes the middle two of four steps. */
    private static boolean isOnSecondCpu(List<String> ops, int index, boolean crosslock) {
        var off = ops.indexOf("local_irq_disable");
        if (off >= 0) {
            return index >= off && (index < ops.indexOf("interrupt") || !ops.contains("interrupt"));
        }
        return ops.size() == 4 && (crosslock ? index >= 2 : index == 1 || index == 2);
    }

    /** Kernels before 3.0 print no scenario. */
    @Override
    public boolean isOptional(ReportBuilder builder) {
        return KernelFormat.versionOf(builder.system.kernel) < FIRST_VERSION;
    }

    @Override
    public boolean isIn(ReportBuilder builder) {
        return builder.scenario != null;
    }

    @Override
    public void write(Report report, KernelText out) {
        var facts = report.lockdep();
        if (!facts.cycle().isEmpty()) {
            out.line(EXISTS).line(2, String.join(CycleLine.TO, facts.cycle())).blank();
        }
        if (facts.scenario() == null) {
            return;
        }
        var title = facts.scenario().title();
        out.line(1, TITLE.read(title) == null ? title : title + ":").blank();
        var two = facts.scenario().steps().stream().anyMatch(step -> step.cpu() == 1);
        out.line(two ? "       CPU0                    CPU1" : "       CPU0");
        out.line(two ? "       ----                    ----" : "       ----");
        writeSteps(facts.scenario().steps(), out);
        out.blank().line(1, DEADLOCK).blank();
        if (form == ScenarioForm.RECURSIVE) {
            out.line(1, NESTING).blank();
        }
    }

    private static void writeSteps(List<Scenario.Step> steps, KernelText out) {
        var interrupted = false;
        for (var step : steps) {
            var text = switch (step.op()) {
                case "interrupt" -> INTERRUPT;
                case "local_irq_disable" -> IRQ_OFF_TEXT;
                default -> step.op() + "(" + step.lock() + ");";
            };
            out.line(step.cpu() == 1 ? 31 : interrupted ? 4 : 2, text);
            interrupted |= step.op().equals("interrupt");
        }
    }
}
