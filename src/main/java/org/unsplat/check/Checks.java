package org.unsplat.check;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.demux.Span;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/** The list of all rules. */
public final class Checks {

    private static final List<Rule> RULES = List.of(
            new IdentificationRule(),
            new KernelRule(),
            new AccessRule(),
            new HeldTaskRule(),
            new SameLockRule(),
            new UsageRule(),
            new ChainRule(),
            new BacktraceRule(),
            new WaitContextRule(),
            new FreedRangeRule(),
            new LostLinesRule(),
            new ScenarioRule(),
            new ListOrderRule(),
            new RaceTitleRule(),
            new DependenciesRule(),
            new IrqTraceRule(),
            new StackMarkRule(),
            new RegisterRule(),
            new StackRule(),
            new PlaceRule(),
            new OffsetRule(),
            new TailRule(),
            new CutFrameRule(),
            new BreakRule(),
            new UnparsedRule(),
            new GuessRule(),
            new InterruptedRule(),
            new ModuleRule(),
            new WarningRule(),
            new StatusRule());

    private Checks() {}

    /** The violations of all rules, each with its line. */
    public static List<Problem> of(Report report, Span span) {
        var problems = new ArrayList<Problem>();
        for (var rule : RULES) {
            rule.check(report, span, problems::add);
        }
        return List.copyOf(problems);
    }
}
