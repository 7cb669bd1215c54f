package org.unsplat.grammar;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.model.Report;
import org.unsplat.model.Scenario;

/**
 * How it could come to a deadlock ({@code print_circular_lock_scenario}, {@code print_irq_lock_scenario},
 * {@code print_deadlock_scenario}).
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
 * Which cpu takes a step is told by its column; where indentation is lost, by the order that the kernel prints.
 */
public final class ScenarioBox implements Piece {

    private static final String CHAIN = "Chain exists of:";
    private static final String DEADLOCK = "*** DEADLOCK ***";
    private static final String NESTING = "May be due to missing lock nesting notation";
    private static final String IRQ_OFF = "local_irq_disable();";
    private static final String INTERRUPT = "<Interrupt>";
    private static final Regex STEP = new Regex("(?d)(lock|rlock|sync|unlock)\\((.*)\\);");
    private static final Regex COLUMNS = new Regex("(?:CPU0(?:\\s+CPU1)?|----(?:\\s+----)?)");
    private static final int SECOND_COLUMN = 20;

    @Override
    public String name() {
        return "unsafe locking scenario";
    }

    @Override
    public boolean starts(String line) {
        return line.equals(CHAIN) || isTitle(line);
    }

    private static boolean isTitle(String line) {
        return line.startsWith("Possible unsafe locking scenario")
                || line.startsWith("Possible interrupt unsafe locking");
    }

    @Override
    public boolean continues(String line) {
        return isTitle(line)
                || line.contains(" -->")
                || isStep(line)
                || COLUMNS.matches(line)
                || line.equals(DEADLOCK)
                || line.startsWith("May be due to missing lock nesting");
    }

    private static boolean isStep(String line) {
        return line.equals(INTERRUPT)
                || line.equals(IRQ_OFF)
                || line.startsWith("lock(")
                || line.startsWith("rlock(")
                || line.startsWith("sync(")
                || line.startsWith("unlock(");
    }

    @Override
    public boolean isWhole(String line) {
        return line.contains(" -->")
                ? line.split(" --> ").length == 3
                : isTitle(line)
                        ? line.endsWith(":")
                        : line.startsWith("May ") ? line.equals(NESTING) : !line.contains("(") || line.endsWith(");");
    }

    @Override
    public void read(Cursor lines, Draft draft) {
        if (lines.take(CHAIN) && lines.peek().contains(" --> ")) {
            draft.cycle = List.of(lines.next().split(" --> "));
        }
        if (!isTitle(lines.peek())) {
            return;
        }
        var title = lines.next();
        var steps = new ArrayList<Scenario.Step>();
        var columns = new ArrayList<Integer>();
        while (!lines.atEnd() && continues(lines.peek())) {
            var step = step(lines.peek());
            if (step != null) {
                columns.add(lines.indent());
                steps.add(step);
            }
            if (step == null && isStep(lines.peek())) {
                lines.reject();
            } else {
                lines.next();
            }
        }
        draft.scenario = new Scenario(
                title.substring(0, title.length() - (title.endsWith(":") ? 1 : 0)),
                placed(steps, columns, title.endsWith("by crosslock:")));
    }

    /** The step that the line names, null where it names none, or only a part of one. */
    private static Scenario.Step step(String line) {
        var match = STEP.matcher(line);
        return match.matches()
                ? new Scenario.Step(0, match.group(1), match.group(2))
                : line.equals(INTERRUPT)
                        ? new Scenario.Step(0, "interrupt", null)
                        : line.equals(IRQ_OFF) ? new Scenario.Step(0, "local_irq_disable", null) : null;
    }

    private static List<Scenario.Step> placed(List<Scenario.Step> steps, List<Integer> columns, boolean crosslock) {
        var told = columns.stream().anyMatch(column -> column >= SECOND_COLUMN);
        var placed = new ArrayList<Scenario.Step>();
        for (var i = 0; i < steps.size(); i++) {
            var second = told ? columns.get(i) >= SECOND_COLUMN : isOnSecondCpu(steps, i, crosslock);
            placed.add(new Scenario.Step(
                    second ? 1 : 0, steps.get(i).op(), steps.get(i).lock()));
        }
        return List.copyOf(placed);
    }

    /** The kernel's own order: CPU1 disables interrupts up to the interrupt, or takes the middle two of four steps. */
    private static boolean isOnSecondCpu(List<Scenario.Step> steps, int index, boolean crosslock) {
        var ops = steps.stream().map(Scenario.Step::op).toList();
        var off = ops.indexOf("local_irq_disable");
        if (off >= 0) {
            return index >= off && (index < ops.indexOf("interrupt") || !ops.contains("interrupt"));
        }
        return steps.size() == 4 && (crosslock ? index >= 2 : index == 1 || index == 2);
    }

    @Override
    public boolean isIn(Draft draft) {
        return draft.scenario != null;
    }

    @Override
    public void write(Report report, KernelText out) {
        var facts = report.lockdep();
        if (!facts.cycle().isEmpty()) {
            out.line(CHAIN).line(2, String.join(" --> ", facts.cycle())).blank();
        }
        if (facts.scenario() == null) {
            return;
        }
        out.line(1, facts.scenario().title() + ":").blank();
        var two = facts.scenario().steps().stream().anyMatch(step -> step.cpu() == 1);
        out.line(two ? "       CPU0                    CPU1" : "       CPU0");
        out.line(two ? "       ----                    ----" : "       ----");
        writeSteps(facts.scenario().steps(), out);
        out.blank().line(1, DEADLOCK).blank();
        if (report.kind().equals("lockdep-recursive-locking")) {
            out.line(1, NESTING).blank();
        }
    }

    private static void writeSteps(List<Scenario.Step> steps, KernelText out) {
        var interrupted = false;
        for (var step : steps) {
            var text = switch (step.op()) {
                case "interrupt" -> INTERRUPT;
                case "local_irq_disable" -> IRQ_OFF;
                default -> step.op() + "(" + step.lock() + ");";
            };
            out.line(step.cpu() == 1 ? 31 : interrupted ? 4 : 2, text);
            interrupted |= step.op().equals("interrupt");
        }
    }
}
