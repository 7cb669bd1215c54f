package org.unsplat.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** The option for the number of threads. */
final class JobsOption {

    private final OptionSpec jobs;

    JobsOption(Command command) {
        jobs = command.option(OptionSpec.builder("--jobs")
                .paramLabel("N")
                .type(Integer.class)
                .converters(new Converter())
                .description(
                        "Use up to N threads at a time, by default as many as there are processors, for several inputs or"
                                + " one long one. With 1, one thread does everything. The output is the same."));
    }

    int count() {
        Integer given = jobs.getValue();
        return given == null ? Runtime.getRuntime().availableProcessors() : given;
    }

    /** Accepts 1 to 1000; the error is worded like all others. */
    private static final class Converter implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String value) {
            if (value.matches("[1-9]\\d{0,2}|1000")) {
                return Integer.valueOf(value);
            }
            throw new TypeConversionException("expected a number from 1 to 1000, found '" + value + "'");
        }
    }
}
