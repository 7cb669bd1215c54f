package org.unsplat.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Which reports make {@code check} exit with 1. */
enum FailOn {
    NEW, ANY, NONE;

    /** Takes the names as users write them. */
    static final class Converter implements ITypeConverter<FailOn> {

        @Override
        public FailOn convert(String value) {
            return switch (value) {
                case "new" -> NEW;
                case "any" -> ANY;
                case "none" -> NONE;
                default -> throw new TypeConversionException("expected new, any or none, found '" + value + "'");
            };
        }
    }
}
