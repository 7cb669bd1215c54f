package org.unsplat.cli;

import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Which reports make {@code check} exit with 1. The constants are named as users write them, but for the underscore. */
enum FailOn {
    new_,
    any,
    none;

    @Override
    public String toString() {
        return this == new_ ? "new" : name();
    }

    /** Accepts {@code new}. */
    static final class Converter implements ITypeConverter<FailOn> {

        @Override
        public FailOn convert(String value) {
            return Arrays.stream(values())
                    .filter(which -> which.toString().equals(value))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("expected new, any or none, found '" + value + "'"));
        }
    }
}
