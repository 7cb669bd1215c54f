package org.unsplat.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How many inputs to read at a time. */
final class JobsOption {

    @Option(names = "--jobs", paramLabel = "N", order = 1, converter = Converter.class, description = {
        "Read N inputs at a time; as many as there are processors if not given. The output stays the same."})
    private Integer jobs;

    int count() {
        return jobs == null ? Runtime.getRuntime().availableProcessors() : jobs;
    }

    /** Takes 1 to 1000. */
    static final class Converter implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String value) {
            if (value.matches("[1-9]\\d{0,2}|1000")) {
                return Integer.valueOf(value);
            }
            throw new TypeConversionException("expected a number from 1 to 1000, found '" + value + "'");
        }
    }
}
