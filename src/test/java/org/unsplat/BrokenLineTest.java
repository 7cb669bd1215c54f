package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines that a mailer broke where the first part says nothing: the prefixes of a syslog leave it little room. */
class BrokenLineTest {

    private static final String PREFIX = "> Jun 25 12:00:00 host kernel: [   12.345678] ";

    @ParameterizedTest(name = "{0}, broken before ''{1}''")
    @CsvSource({
        "kcsan/data-race/6.12-x86_64-decoded, kct_rd_big [kct] /",
        "kcsan/data-race/6.12-x86_64-decoded, of 8 bytes",
        "kcsan/data-race/6.12-x86_64-decoded, Sanitizer on:",
        "kcsan/data-race/6.12-x86_64-decoded, (arch/x86",
        "kcsan/assert-race/6.12-x86_64-verbose-scoped, to 0x",
        "lockdep/circular-dependency/6.12-arm64-flush-work, dependency detected",
        "lockdep/circular-dependency/6.12-arm64-flush-work, detected",
        "lockdep/circular-dependency/6.12-arm64-flush-work, 71a6ba3e92c5211ab6683faf0d5214fdae23abf4]",
        "lockdep/invalid-wait-context/6.12-x86_64-decoded, (lkt_sa){",
        "lockdep/irq-order/6.12-arm-three-locks, lock order detected",
        "lockdep/irq-order/6.12-arm-three-locks, __lock_acquire+0x1624",
        "lockdep/suspicious-rcu/6.12-x86_64-dereference, ORIG_RAX: ",
        "lockdep/circular-dependency/6.12-x86_64-odd-names, EFLAGS: ",
        "lockdep/circular-dependency/6.12-x86_64-odd-names, 'RCX: '",
        "lockdep/circular-dependency/6.12-x86_64-odd-names, 'R15: '",
        "lockdep/circular-dependency/6.12-x86_64-odd-names, find_held_lock+0x2b",
        "lockdep/circular-dependency/6.12-x86_64-odd-names, Trace:",
    })
    void theReportIsTheSame(String sample, String words) {
        var text = Facts.canonical(Facts.reports(new Sample(Path.of("samples", sample + ".log")).text()).get(0));
        assertTrue(text.contains(" " + words), text);
        var log = text.lines().map(line -> PREFIX + line.replace(" " + words, "\n> " + words)).collect(Collectors.joining("\n"));
        var reports = Facts.reports(log);
        assertEquals(1, reports.size(), log);
        assertEquals(text, Facts.canonical(reports.get(0)), log);
        assertTrue(reports.get(0).foreign().isEmpty(), log);
    }
}
