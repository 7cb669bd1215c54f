package org.unsplat.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unsplat.model.Report;

/** Which reports a user wants. */
class SelectionTest {

    private static final Predicate<String> ANY = kind -> true;
    private static final Map<String, String> IDS = Map.of("cycle/1", "aa00112233445566", "site/1", "bb00112233445566");

    private static final Report RACE =
            SampleReports.reports(SampleReports.RACE_DECODED).get(0).numbered(3);

    @ParameterizedTest
    @CsvSource({
        "aa, true",
        "aa00112233445566, true",
        "b, true",
        "site/1 bb00, true",
        "' site/1  bb00 ', true",
        "site/1 aa, false",
        "stack/1 bb, false",
        "00, false"
    })
    void theBeginningOfAnyIdFits(String text, boolean fits) {
        assertEquals(fits, IdPrefix.of(text).isOfAny(IDS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "site/1", "xyz", "aa001122334455667", "AA", "site/1 ", "site bb", "aa bb"})
    void otherTextsAreNoBeginningOfAnId(String text) {
        assertNull(IdPrefix.of(text));
    }

    @ParameterizedTest
    @CsvSource({
        "net/core/dev.c, net/core/dev.c, true",
        "./net/core/dev.c, net/core/dev.c, true",
        "net/core/dev.c, /home/me/linux-6.12/net/core/dev.c, true",
        "include/net/sock.h, ./include/net/sock.h, true",
        "net/, net/core/dev.c, true",
        "net/, drivers/net/tun.c, false",
        "net/*, net/core/dev.c, false",
        "net/*, net/socket.c, true",
        "net/**.c, net/core/dev.c, true",
        "net/*/dev.?, net/core/dev.c, true",
        "dev.c, net/core/dev.c, true",
        "dev.c, net/core/mydev.c, false",
        "*.rs, drivers/android/binder/process.rs, true",
        "*.r, drivers/android/binder/process.rs, false",
        "a.c, a+c, false",
        "'[a', 'lib/[a', true"
    })
    void pathsAreThoseOfMaintainers(String glob, String file, boolean fits) {
        assertEquals(fits, new PathGlob(glob).matches(file));
    }

    /** The decoded race has toy.c:61 and, inlined, toy.h:7. */
    @Test
    void everyFrameCounts() {
        assertTrue(at("drivers/toy/toy.c").test(RACE));
        assertTrue(at("toy.h").test(RACE));
        assertTrue(at("nothing.c", "toy.h").test(RACE));
        assertFalse(at("nothing.c").test(RACE));
        assertFalse(at("toy.h").test(SampleReports.reports(SampleReports.RACE).get(0)));
    }

    private static Selection at(String... globs) {
        return new Selection(
                List.of(), ANY, List.of(), Stream.of(globs).map(PathGlob::new).toList());
    }

    private static Selection of(String id, Predicate<String> kinds, String... reports) {
        return new Selection(id == null ? List.of() : List.of(IdPrefix.of(id)), kinds, List.of(reports), List.of());
    }

    @Test
    void differentOptionsAllHold() {
        var id = RACE.fingerprints().get("site/1");
        assertTrue(of(null, ANY).test(RACE));
        assertTrue(of(id, "kcsan-data-race"::equals, "r1", "r3").test(RACE));
        assertFalse(of(id, "kcsan-data-race"::equals, "r1").test(RACE));
        assertFalse(of(id, "lockdep-limit"::equals, "r3").test(RACE));
        assertFalse(of("stack/1 " + id, ANY, "r3").test(RACE));
    }

    /** What an entry's reports would have been at or numbered, nobody knows. */
    @Test
    void anEntryIsCoveredWhereItsReportsWouldAllHaveBeenWanted() {
        var entry = new Baseline.Entry(new Identity("site/1", "bb00"), "kcsan-data-race", "", "", null, null);
        var ofAnyKind = new Baseline.Entry(entry.identity(), null, "", "", null, null);
        assertTrue(of(null, ANY).covers(entry));
        assertTrue(of("bb", "kcsan-data-race"::equals).covers(entry));
        assertFalse(of("cc", ANY).covers(entry));
        assertFalse(of(null, kind -> false).covers(entry));
        assertTrue(of(null, kind -> false).covers(ofAnyKind));
        assertFalse(of(null, ANY, "r1").covers(entry));
        assertFalse(at("toy.h").covers(entry));
    }
}
