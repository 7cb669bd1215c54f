package org.unsplat.grammar.lock;

import java.util.List;
import org.unsplat.classify.LineType;
import org.unsplat.grammar.stack.FrameLine;
import org.unsplat.grammar.text.Numbers;
import org.unsplat.input.bytes.Regex;
import org.unsplat.model.Lock;

/**
 * The type of a line with a lock, with or without an index: {@code #0: ffff888012345678 (a){+.+.}-{3:3}, at: f}.
 */
final class LockType extends LineType<Lock> {

    private static final Regex NUMBER = new Regex("#\\s*(\\d{1,9}):\\s*");
    private static final Regex NUMBER_CUT = new Regex("#\\s*(?:\\d{1,9}:?)?");

    /** decode_stacktrace.sh removes the brackets around the module. */
    private static final Regex DECODED_MODULE = new Regex("(?d).*:\\d+(?: \\(discriminator \\d+\\))?\\) [a-z][\\w-]*");

    private static final String PLACE = ", at:";

    private final boolean numbered;

    /** @param start the beginning of the line: {@code #} or empty */
    LockType(String name, String start) {
        super(name, start.isEmpty() ? List.of("(<.0123456789abcdef".split("")) : List.of(start));
        numbered = !start.isEmpty();
    }

    @Override
    public Lock read(String text) {
        if (!numbered) {
            return LockLine.parse(text);
        }
        var number = NUMBER.matcher(text);
        var lock = number.lookingAt() ? LockLine.parse(text.substring(number.end())) : null;
        var index = lock == null ? null : Numbers.parseInt(number.group(1));
        return index == null ? null : lock.withIndex(index);
    }

    private String unnumbered(String text) {
        var number = NUMBER.matcher(text);
        return !numbered ? text : number.lookingAt() ? text.substring(number.end()) : null;
    }

    @Override
    public boolean isCut(String text) {
        var lock = unnumbered(text);
        return numbered ? lock != null && (lock.isEmpty() || LockLine.mayBeCut(lock)) : LockLine.isCut(text);
    }

    @Override
    public boolean mayBeCut(String text) {
        var lock = unnumbered(text);
        return lock == null ? NUMBER_CUT.matches(text) : lock.isEmpty() || LockLine.mayBeCut(lock);
    }

    @Override
    public boolean goesOn(String text, String tail) {
        return LockLine.withoutPlace(text) == null
                ? tail.startsWith(",") || tail.startsWith("-{") || tail.startsWith("{")
                : FrameLine.TYPE.goesOn(text, tail) || text.endsWith(")") && DECODED_MODULE.matches(text + ' ' + tail);
    }

    @Override
    public boolean endsWith(LineType<?> other) {
        return other == FrameLine.TYPE || other == LockLine.TYPE || other == LockClassHeader.HEAD;
    }

    @Override
    public boolean mayBecome(LineType<?> other) {
        return !numbered && other == NewDependencyPiece.PAIR;
    }

    @Override
    public String copyEndingWith(String text, String end) {
        var at = end.indexOf(PLACE);
        var piece = at < 0 ? -1 : text.indexOf(end.substring(0, at + PLACE.length()));
        return piece > 0 ? text.substring(0, piece) + end : null;
    }

    /** Without the place that is announced, the end of the line may be anything. */
    @Override
    public boolean isStrict(String text) {
        var lock = read(text);
        return lock != null && !LockLine.lacksPlace(text, lock);
    }

    @Override
    public boolean isDoubtful(String text, Lock lock) {
        return LockLine.lacksPlace(text, lock);
    }
}
