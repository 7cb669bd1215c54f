package org.unsplat.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Objects;

/**
 * A lock as {@code print_lock} (with address and place) or {@code print_lock_name} (class only) prints it.
 *
 * @param index its position in a list of held locks, 0 for the outermost; null elsewhere
 * @param classText the text in the parentheses as printed; in JSON {@code class}
 * @param name the class's name, without {@code #n} and {@code /n}
 * @param version the {@code #n}, null where not printed
 * @param subclass the {@code /n}, null where not printed
 * @param detail text added by the class's own print function, {@code l=0 256:0}, 6.5 and later
 * @param address of the lock instance, 4.17 and later; else null
 * @param addressText an address that is not hexadecimal, {@code (____ptrval____)}
 * @param usage 4 characters (6 before 4.14), one for each pair of irq state and access
 * @param usageDecoded the meaning of each of these characters
 * @param waitTypes in JSON {@code wait}, 5.7 and later
 * @param at where it was taken; null where only the class was printed
 * @param inlinedInto the functions inlined into {@code at}, innermost first, where symbolized
 * @param released {@code <RELEASED>} was printed instead of all of the above
 */
@RecordBuilder
public record Lock(
        Integer index,
        String classText,
        String name,
        Integer version,
        Integer subclass,
        String detail,
        String address,
        String addressText,
        String usage,
        List<UsageState> usageDecoded,
        WaitTypes waitTypes,
        StackFrame at,
        List<StackFrame> inlinedInto,
        boolean released) {

    /**
     * Whether the lock has this class. A held lock may have the text of its class's print function, {@code objid=42}, right
     * after the name.
     */
    public boolean isOfClass(String className) {
        return Objects.equals(name, className)
                || name != null
                        && className != null
                        && name.startsWith(className)
                        && name.indexOf('=', className.length()) > 0;
    }

    /** The same lock, taken at this place, into which these functions were inlined. */
    public Lock withPlace(StackFrame place, List<StackFrame> inlined) {
        return LockBuilder.builder(this).at(place).inlinedInto(inlined).build();
    }

    /** The same lock at this position of a list. */
    public Lock withIndex(Integer number) {
        return LockBuilder.builder(this).index(number).build();
    }

    /** The same lock with these wait types. */
    public Lock withWaitTypes(WaitTypes types) {
        return LockBuilder.builder(this).waitTypes(types).build();
    }
}
