package org.unsplat.cli;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The forms of {@code parse}. */
enum Format {
    JSON, JSONL;

    /** As users write it, for completions. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Takes the names as users write them. */
    static final class Converter implements ITypeConverter<Format> {

        @Override
        public Format convert(String value) {
            return switch (value) {
                case "json" -> JSON;
                case "jsonl" -> JSONL;
                default -> throw new TypeConversionException("expected json or jsonl, found '" + value + "'");
            };
        }
    }
}
