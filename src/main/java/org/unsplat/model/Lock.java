package org.unsplat.model;

import java.util.List;

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

    private static final Lock NOTHING =
            new Lock(null, null, null, null, null, null, null, null, null, List.of(), null, null, List.of(), false);

    /** A lock of which nothing is known yet. */
    public static Builder builder() {
        return new Builder(NOTHING);
    }

    /** A builder of the same lock. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** The same lock, taken in this place, into which these functions were inlined. */
    public Lock withPlace(StackFrame place, List<StackFrame> inlined) {
        return toBuilder().at(place).inlinedInto(inlined).build();
    }

    /** The same lock in this place of a list. */
    public Lock withIndex(Integer number) {
        return toBuilder().index(number).build();
    }

    /** The same lock with these wait types. */
    public Lock withWaitTypes(WaitTypes types) {
        return toBuilder().waitTypes(types).build();
    }

    /** Sets components one by one; each is named as the component. */
    public static final class Builder {

        private Integer index;
        private String classText;
        private String name;
        private Integer version;
        private Integer subclass;
        private String detail;
        private String address;
        private String addressText;
        private String usage;
        private List<UsageState> usageDecoded;
        private WaitTypes waitTypes;
        private StackFrame at;
        private List<StackFrame> inlinedInto;
        private boolean released;

        private Builder(Lock lock) {
            index = lock.index;
            classText = lock.classText;
            name = lock.name;
            version = lock.version;
            subclass = lock.subclass;
            detail = lock.detail;
            address = lock.address;
            addressText = lock.addressText;
            usage = lock.usage;
            usageDecoded = lock.usageDecoded;
            waitTypes = lock.waitTypes;
            at = lock.at;
            inlinedInto = lock.inlinedInto;
            released = lock.released;
        }

        public Builder index(Integer value) {
            index = value;
            return this;
        }

        public Builder classText(String value) {
            classText = value;
            return this;
        }

        public Builder name(String value) {
            name = value;
            return this;
        }

        public Builder version(Integer value) {
            version = value;
            return this;
        }

        public Builder subclass(Integer value) {
            subclass = value;
            return this;
        }

        public Builder detail(String value) {
            detail = value;
            return this;
        }

        public Builder address(String value) {
            address = value;
            return this;
        }

        public Builder addressText(String value) {
            addressText = value;
            return this;
        }

        public Builder usage(String value) {
            usage = value;
            return this;
        }

        public Builder usageDecoded(List<UsageState> value) {
            usageDecoded = value;
            return this;
        }

        public Builder waitTypes(WaitTypes value) {
            waitTypes = value;
            return this;
        }

        public Builder at(StackFrame value) {
            at = value;
            return this;
        }

        public Builder inlinedInto(List<StackFrame> value) {
            inlinedInto = value;
            return this;
        }

        public Builder released(boolean value) {
            released = value;
            return this;
        }

        public Lock build() {
            return new Lock(
                    index,
                    classText,
                    name,
                    version,
                    subclass,
                    detail,
                    address,
                    addressText,
                    usage,
                    usageDecoded,
                    waitTypes,
                    at,
                    inlinedInto,
                    released);
        }
    }
}
