package org.unsplat.grammar;

import java.util.List;
import java.util.regex.Matcher;
import org.unsplat.classify.LineType;
import org.unsplat.input.bytes.Regex;

/**
 * The CPU line, which says who printed a dump. People cut its end off; the task is read nevertheless.
 * <pre>
 * CPU: 1 UID: 0 PID: 45 Comm: insmod Tainted: G           O       6.12.117 #1 PREEMPT(full)  f94e6c01...
 * Pid: 0, comm: swapper/0 Tainted: G        W    3.6.0 #296      before 3.9
 * CPU: 1 UID: 0 PID: 45 Comm: insmod Tainted: G           O      cut
 * CPU: 1 UID: 0 PID: 45 Comm: insmod 6.12.117 #1                 without taint
 * </pre>
 */
final class CpuLineType extends LineType<Matcher> {

    private static final String HEAD =
            "(?d)(?:CPU: (?<cpu>\\d{1,9}) (?:UID: (?<uid>\\d{1,9}) )?PID: (?<pid>-?\\d{1,9}) Comm:|"
                    + "Pid: (?<oldpid>\\d{1,10}), comm:) ";
    private static final Regex WHOLE =
            new Regex(HEAD + "(?<comm>.*) (?<taint>" + SystemLines.TAINT + ")\\s+(?<kernel>\\S+)(?: (?<build>#\\S+))"
                    + "(?: (?<preempt>NONE|VOLUNTARY|PREEMPT\\S*))?(?: +(?<buildid>[0-9a-f]{40}))?(?: .*)?");
    /** The text that the kernel prints from the build on. */
    private static final Regex END = new Regex("#\\d[^\\s(]*+(?<!NONE|VOLUNTARY|PREEMPT|[0-9a-f]{40})"
            + "(?: (?:NONE|VOLUNTARY|PREEMPT(?:\\w|\\(\\w*\\)|\\{[\\w,()]*\\})*))?(?: +[0-9a-f]{40})?");

    private static final Regex CUT = new Regex(HEAD
            + "(?<comm>\\S(?:.{0,13}?\\S)??(?: Kdump: loaded)?)(?: (?<taint>" + SystemLines.TAINT
            + ")?)?(?:\\s+(?<kernel>\\d+\\.\\d+\\S*)(?: #| (?<build>#\\d\\S*))?)?"
            + "(?<preempt>(?!))?(?<buildid>(?!))?");
    private static final Regex TAIL =
            new Regex("(?:NONE|VOLUNTARY|PREEMPT[\\w{}(),]*)(?: +[0-9a-f]{40})?|[0-9a-f]{40}");

    CpuLineType() {
        super("CPU line", List.of("CPU: ", "Pid: "));
    }

    @Override
    public Matcher read(String text) {
        var match = WHOLE.matcher(text);
        if (match.matches()) {
            return match;
        }
        match = CUT.matcher(text);
        return match.matches() ? match : null;
    }

    @Override
    public boolean isDoubtful(String text, Matcher match) {
        var end = match.group("build") == null ? null : END.matcher(text.substring(match.start("build")));
        return end == null || !end.matches() && end.hitEnd();
    }

    @Override
    public boolean isCut(String text) {
        return text.contains(" PID: ") || text.contains(" UID: ") || text.contains(", comm: ");
    }

    @Override
    public boolean mayBeCut(String text) {
        return true;
    }

    @Override
    public boolean isStrict(String text) {
        var match = WHOLE.matcher(text);
        return match.matches() && END.matches(text.substring(match.start("build")));
    }

    @Override
    public boolean goesOn(String text, String tail) {
        return TAIL.matches(tail);
    }

    @Override
    public boolean endsWith(LineType<?> other) {
        return other == SystemLines.IDENT;
    }
}
