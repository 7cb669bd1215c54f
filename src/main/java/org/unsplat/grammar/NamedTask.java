package org.unsplat.grammar;

/**
 * The task that a report is about, once the report has named it; what a dump of another one holds is none of its lines.
 */
final class NamedTask {

    private static final Regex TASK = new Regex(
            "(?d).*/(\\d{1,10})(?: \\[HC.*| is trying to .*| is freeing .*| just changed .*|[:.]|: \\d+, (?:last|on) CPU#\\d+:?)");

    private static final Regex SLEEPER = new Regex("(?d)in_atomic\\(\\): .*\\bpid: (\\d{1,10}), name: .*");

    private final ReportKind kind;
    private String pid;
    private boolean otherDump;

    NamedTask(ReportKind kind) {
        this.kind = kind;
    }

    /**
     * Takes note of a line of the report: it names its task first, and with its held locks, or as the one that slept.
     */
    void learn(String line) {
        if (pid == null && !kind.family().equals("kcsan") && (line.indexOf('/') >= 0 || line.contains("pid: "))) {
            var task = (kind.inAnyOrder() ? SLEEPER : TASK).matcher(line);
            pid = task.matches() ? task.group(1) : null;
        }
    }

    /** Whether the line is of the dump of another task than the one that the report named before. */
    boolean isOther(String text) {
        if (pid == null) {
            return false;
        }
        if (text.startsWith("CPU: ") && text.contains(" Comm: ")) {
            otherDump = !text.contains(" PID: " + pid + " ");
        }
        return otherDump && (SystemLines.isLine(text) || BacktracePiece.isHead(text) || StackTrace.isLine(text));
    }

    /** Whether the last dump seen is one of another task. */
    boolean inOtherDump() {
        return otherDump;
    }
}
