package org.unsplat.lockdep;

import java.util.LinkedHashSet;
import java.util.List;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.lock.HeldLockList;
import org.unsplat.grammar.lock.OtherInfo;
import org.unsplat.grammar.oops.BacktracePiece;
import org.unsplat.grammar.rcu.RcuSentence;
import org.unsplat.grammar.rcu.RcuState;
import org.unsplat.model.HeldLocks;
import org.unsplat.model.Report;

/** RCU used without what protects it ({@code lockdep_rcu_suspicious}); several cpus may print at once. */
final class SuspiciousRcu extends LockdepKind {

    SuspiciousRcu() {
        super("suspicious-rcu", "WARNING: suspicious RCU usage");
    }

    @Override
    public boolean mayBeginWith(TypedLine line) {
        return line.is(RcuSentence.SENTENCE);
    }

    @Override
    Outline makeOutline() {
        var sentence = new RcuSentence();
        var state = new RcuState();
        var held = new HeldLockList();
        var trace = BacktracePiece.titled();
        return prints(sentence, new OtherInfo(true, true), state, held, trace).always(sentence, state, held, trace);
    }

    /** Before 3.x it was called after the function that found it. */
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
        return calm(rcu.message()).replaceFirst("^suspicious", "Suspicious") + " at " + rcu.file() + ":" + rcu.line()
                + ", with " + (held.isEmpty() ? "no lock" : Words.list(held)) + " held" + notes + ".";
    }

    private static List<String> named(List<HeldLocks> held) {
        var names = new LinkedHashSet<String>();
        for (var list : held) {
            for (var lock : list.locks()) {
                if (lock.classText() != null) {
                    names.add(Words.lock(lock));
                }
            }
        }
        return List.copyOf(names);
    }

    private static String calm(String message) {
        return message.replaceFirst("!$", "");
    }
}
