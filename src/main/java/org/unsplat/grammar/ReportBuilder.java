package org.unsplat.grammar;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.unsplat.classify.TypedLine;
import org.unsplat.model.Assertion;
import org.unsplat.model.Backtrace;
import org.unsplat.model.BlockedTask;
import org.unsplat.model.Blocker;
import org.unsplat.model.Chain;
import org.unsplat.model.Dependencies;
import org.unsplat.model.FreedRange;
import org.unsplat.model.HeldLocks;
import org.unsplat.model.IrqSafety;
import org.unsplat.model.IrqTrace;
import org.unsplat.model.Limit;
import org.unsplat.model.Lock;
import org.unsplat.model.Lockdep;
import org.unsplat.model.LockdepBuilder;
import org.unsplat.model.OrderEdge;
import org.unsplat.model.Problem;
import org.unsplat.model.Race;
import org.unsplat.model.RcuUsage;
import org.unsplat.model.Report;
import org.unsplat.model.ReportRecordBuilder;
import org.unsplat.model.Scenario;
import org.unsplat.model.StackFrame;
import org.unsplat.model.Task;
import org.unsplat.model.UnparsedLine;
import org.unsplat.model.Usage;
import org.unsplat.model.WaitTypes;
import org.unsplat.model.Warning;

/** A report while its pieces are read. Each piece sets its own fields, which are those of the model. */
public final class ReportBuilder {

    public String headline;
    /** Whether the headline is lost, so that the first line that is left takes its place. */
    public boolean headless;

    public final SystemBuilder system = new SystemBuilder();
    public Backtrace backtrace;
    public final List<Race.Access> accesses = new ArrayList<>();
    public boolean unknownOrigin;
    public Race.ValueChange valueChanged;
    public Task task;
    public String action;
    public Lock acquiring;
    public final List<Lock> holding = new ArrayList<>();
    public String notHolding;
    public Integer comparison;
    public WaitTypes waitContext;
    public List<Chain.Link> chain;
    public List<String> cycle = List.of();
    public List<OrderEdge> order = List.of();
    public Scenario scenario;
    public Usage usage;
    public Backtrace registered;
    public List<Lock> newDependency = List.of();
    public IrqSafety becameSafe;
    public IrqSafety becameUnsafe;
    public final List<HeldLocks> held = new ArrayList<>();
    public boolean allTasks;
    public boolean turnedOff;
    public final List<BlockedTask> blocked = new ArrayList<>();
    public final List<Blocker> blockers = new ArrayList<>();
    public boolean suppressed;
    public final List<Dependencies> dependencies = new ArrayList<>();
    public IrqTrace irqTrace;
    public RcuUsage rcu;
    public FreedRange freed;
    public Limit limit;
    public Warning warning;
    public Assertion assertion;
    /** Whether a line shows that a kernel printed it: it has a time stamp, or is a "cut here" line. */
    public boolean isPrinted;

    public StackFrame preemptionDisabledAt;
    public List<StackFrame> preemptionInlinedInto = List.of();
    public Backtrace secondBacktrace;
    public String heading;
    /** Whether "stack backtrace:" was printed above the trace. */
    public boolean hasTitle;

    public String modules;
    public boolean noModules;
    public final List<String> registers = new ArrayList<>();
    public final List<String> before = new ArrayList<>();
    public final List<String> notes = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<UnparsedLine> unparsed = new ArrayList<>();
    /** Whether the report itself shows PREEMPT_RT; null until it is needed, because all stacks must be searched. */
    private Boolean showsRealTime;

    public void problem(Problem.Code code, int line, String message) {
        problem(new Problem(code, line, message));
    }

    public void problem(Problem problem) {
        problems.add(problem);
    }

    /** Keeps lines that no piece could read. */
    public void unparsed(List<TypedLine> lines) {
        for (var line : lines) {
            unparsed.add(new UnparsedLine(line.line().number(), line.text()));
        }
    }

    /** The numbers of the lines that no piece could read. */
    public Set<Integer> unparsed() {
        var numbers = new HashSet<Integer>();
        for (var line : unparsed) {
            numbers.add(line.line());
        }
        return numbers;
    }

    /** Whether the kernel has CONFIG_PREEMPT_RT, as far as is known. All pieces must have been read before. */
    boolean isRealTime() {
        return isShownRealTime() || RealTime.isOfBoot(system);
    }

    /** The {@code Linux version} line of the boot if only that shows PREEMPT_RT, else null. */
    private String realTimeBanner() {
        return RealTime.isOfBoot(system) && !isShownRealTime() ? system.linuxBanner : null;
    }

    private boolean isShownRealTime() {
        if (showsRealTime == null) {
            showsRealTime = RealTime.isToldByReport(this);
        }
        return showsRealTime;
    }

    /** The facts of a lockdep report, with the meanings of wait types and usages as far as the report shows them. */
    public Lockdep lockdep() {
        var names = LockDecoder.of(this);
        return LockdepBuilder.builder()
                .task(task)
                .action(action)
                .acquiring(names.decode(acquiring))
                .holding(names.decode(holding))
                .notHolding(notHolding)
                .comparison(comparison)
                .waitContext(names.decode(waitContext))
                .chain(chain == null ? null : names.decode(new Chain(chain)))
                .cycle(cycle)
                .order(order)
                .scenario(scenario)
                .usage(usage)
                .registered(registered)
                .newDependency(names.decode(newDependency))
                .becameSafe(names.decode(becameSafe))
                .becameUnsafe(names.decode(becameUnsafe))
                .held(names.decodeHeld(held))
                .allTasks(allTasks)
                .turnedOff(turnedOff)
                .blocked(blocked)
                .blockers(blockers)
                .suppressed(suppressed)
                .contended(allTasks ? ContendedLocks.of(held) : List.of())
                .dependencies(names.decodeBlocks(dependencies))
                .irqTrace(irqTrace)
                .rcu(rcu)
                .freed(freed)
                .limit(limit)
                .warning(warning)
                .assertion(assertion)
                .preemptionDisabledAt(preemptionDisabledAt)
                .preemptionInlinedInto(preemptionInlinedInto)
                .secondBacktrace(secondBacktrace)
                .heading(heading)
                .modules(modules)
                .noModules(noModules)
                .registers(registers)
                .before(before)
                .notes(notes)
                .build();
    }

    private static List<UnparsedLine> inOrder(List<UnparsedLine> lines) {
        if (lines.size() > 1) {
            lines.sort((a, b) -> Integer.compare(a.line(), b.line()));
        }
        return List.copyOf(lines);
    }

    /** The report without id, place and triage, which the scan adds. */
    public Report report(ReportKind kind, Race race, Lockdep lockdep) {
        return ReportRecordBuilder.builder()
                .kind(kind.kind().slug())
                .family(kind.kind().family())
                .headline(headline)
                .complete(problems.isEmpty())
                .problems(List.copyOf(problems))
                .unparsed(inOrder(unparsed))
                .system(system.build(isRealTime(), realTimeBanner()))
                .race(race)
                .lockdep(lockdep)
                .backtrace(backtrace)
                .build();
    }
}
