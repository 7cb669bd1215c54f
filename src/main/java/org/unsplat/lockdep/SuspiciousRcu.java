package org.unsplat.lockdep;

import java.util.LinkedHashSet;
import java.util.List;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.lock.HeldLocksPiece;
import org.unsplat.grammar.lock.OtherInfoPiece;
import org.unsplat.grammar.oops.BacktracePiece;
import org.unsplat.grammar.rcu.RcuStatePiece;
import org.unsplat.grammar.rcu.RcuUsagePiece;
import org.unsplat.input.bytes.Regex;
import org.unsplat.model.HeldLocks;
import org.unsplat.model.Kind;
import org.unsplat.model.Report;

/** RCU used without its protection ({@code lockdep_rcu_suspicious}). Several CPUs may print such reports at once. */
final class SuspiciousRcu extends LockdepKind {

    private static final Regex WORD = new Regex("[a-z]+ .*");

    SuspiciousRcu() {
        super(Kind.SUSPICIOUS_RCU, "WARNING: suspicious RCU usage");
    }

    @Override
    public boolean mayBeginWith(TypedLine line) {
        return line.is(RcuUsagePiece.SENTENCE);
    }

    @Override
    Outline makeOutline() {
        return prints(
                new RcuUsagePiece(),
                new OtherInfoPiece(true, true),
                new RcuStatePiece(),
                new HeldLocksPiece(),
                BacktracePiece.titled());
    }

    /** In kernels before 3.x the headline names the function that found the problem. */
    @Override
    public boolean isHead(String line) {
        var text = unmarked(line);
        return text != null && (isHead(text, "suspicious RCU usage") || text.startsWith("suspicious rcu_dereference"));
    }

    @Override
    public boolean overlaps() {
        return true;
    }

    @Override
    public String explain(Report report) {
        var rcu = report.lockdep().rcu();
        if (rcu == null
                || rcu.file() == null
                || rcu.message() == null
                || report.lockdep().held().isEmpty()) {
            return null;
        }
        var held = named(report.lockdep().held());
        var notes = new StringBuilder();
        for (var note : rcu.notes()) {
            notes.append("; ").append(calm(note));
        }
        return sentence(calm(rcu.message())) + " at " + rcu.file() + ":" + rcu.line() + ", with "
                + (held.isEmpty() ? "no lock" : Explanations.list(held)) + " held" + notes + ".";
    }

    /** A sentence begins with a capital, unless its first word is a name of the code. */
    private static String sentence(String message) {
        return WORD.matches(message) ? Character.toUpperCase(message.charAt(0)) + message.substring(1) : message;
    }

    private static List<String> named(List<HeldLocks> held) {
        var names = new LinkedHashSet<String>();
        for (var list : held) {
            for (var lock : list.locks()) {
                if (lock.classText() != null) {
                    names.add(Explanations.lock(lock));
                }
            }
        }
        return List.copyOf(names);
    }

    private static String calm(String message) {
        return message.replaceFirst("!$", "");
    }
}
