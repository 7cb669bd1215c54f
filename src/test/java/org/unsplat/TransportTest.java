package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;
import org.unsplat.model.ReportRecordBuilder;

/** A whole report through every transport: it comes out the same each time, but for where it stands. */
class TransportTest {

    private static final List<Sample> SAMPLES = Stream.of(
                    "kcsan/data-race/6.12-x86_64-decoded",
                    "kcsan/assert-race/6.12-x86_64-verbose-scoped",
                    "lockdep/circular-dependency/6.12-x86_64-odd-names",
                    "lockdep/circular-dependency/made-up-4.4",
                    "lockdep/invalid-wait-context/6.12-x86_64-decoded")
            .map(name -> new Sample(Path.of("samples", name + ".log")))
            .toList();

    static Stream<Arguments> rows() {
        return Stream.of(
                        ConsoleTransports.all(),
                        JournalTransports.all(),
                        PrefixTransports.all(),
                        WebTransports.all(),
                        CiTransports.all(),
                        MailTransports.all())
                .flatMap(each -> each)
                .flatMap(transport -> SAMPLES.stream().map(sample -> Arguments.of(transport, sample)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rows")
    void theReportIsTheSame(Transport transport, Sample sample) {
        SampleExemptions.apply(transport.name(), sample);
        var report = ReportFacts.reports(sample.text()).get(0);
        var lines = ReportFacts.canonical(report).lines().toList();
        var log = new String(transport.carry().apply(lines), StandardCharsets.ISO_8859_1);
        var carried = ReportFacts.reports(log);
        var isWhole = transport.problems().isEmpty();
        assertEquals(
                List.of(anywhere(bare(lines), isWhole)),
                carried.stream().map(each -> anywhere(each, isWhole)).toList(),
                () -> log);
        assertEquals(
                transport.problems(),
                carried.get(0).problems().stream().map(Problem::code).toList(),
                () -> log);
        assertEquals(transport.problems().isEmpty(), carried.get(0).complete());
        assertEquals(transport.strangers(), carried.get(0).foreign().size(), "lines of others");
    }

    private static Report bare(List<String> lines) {
        return ReportFacts.reports(Transport.joined(lines)).get(0);
    }

    /**
     * The whole report, but for what speaks of the input and of the way; one that is not whole has fewer ids, and says
     * less.
     */
    private static Report anywhere(Report of, boolean isWhole) {
        var bare = ReportRecordBuilder.builder(of)
                .where(null)
                .complete(true)
                .problems(List.of())
                .foreign(List.of())
                .origin(null);
        return isWhole
                ? bare.build()
                : bare.explanation(null)
                        .fingerprints(null)
                        .fingerprintInputs(null)
                        .build();
    }
}
