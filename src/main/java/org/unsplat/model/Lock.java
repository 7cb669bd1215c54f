package org.unsplat.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Objects;

/**
 * A lock as {@code print_lock} or {@code print_lock_name} describes it.
 *
 * @param index its place in a held-locks list, 0 the outermost; null elsewhere
 * @param classText what stands in the parentheses, letter by letter; in JSON {@code class}
 * @param name the class's name, without {@code #n} and {@code /n}
 * @param version the {@code #n}, null where not printed
 * @param subclass the {@code /n}, null where not printed
 * @param detail what the class's own print function adds, {@code l=0 256:0}
 * @param address of the lock instance
 * @param addressText an address that is not hexadecimal
 * @param usage 4 characters (6 before 4.14), one for each irq state and access
 * @param usageDecoded what each character means
 * @param waitTypes the wait types, in JSON {@code wait}, 5.7 and later
 * @param at where it was taken, null in class form
 * @param inlinedInto functions inlined into {@code at}, innermost first, where symbolised
 * @param released {@code <RELEASED>} was printed in place of everything
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
     * Whether it is of the class of this name. What a class prints of a lock that is held, {@code objid=42}, stands right
     * behind the name.
     */
    public boolean isOfClass(String className) {
        return Objects.equals(name, className)
                || name != null
                        && className != null
                        && name.startsWith(className)
                        && name.indexOf('=', className.length()) > 0;
    }

    /** The same lock, taken in this place, into which these functions were inlined. */
    public Lock withPlace(StackFrame place, List<StackFrame> inlined) {
        return LockBuilder.builder(this).at(place).inlinedInto(inlined).build();
    }

    /** The same lock in this place of a list. */
    public Lock withIndex(Integer number) {
        return LockBuilder.builder(this).index(number).build();
    }

    /** The same lock with these wait types. */
    public Lock withWaitTypes(WaitTypes types) {
        return LockBuilder.builder(this).waitTypes(types).build();
    }
}
