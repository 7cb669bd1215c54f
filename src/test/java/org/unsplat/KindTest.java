package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.unsplat.grammar.HeadlineType;
import org.unsplat.model.Kind;
import org.unsplat.scan.Kinds;

class KindTest {

    @Test
    void eachHasAReaderAndASlugOfItsFamily() {
        var read = EnumSet.noneOf(Kind.class);
        Kinds.all().forEach(reader -> read.add(reader.kind()));
        assertEquals(EnumSet.complementOf(EnumSet.of(Kind.OF_LATER_VERSION)), read);
        for (var kind : read) {
            assertSame(kind, Kind.of(kind.slug()));
            assertTrue(kind.slug().startsWith(kind.family() + '-'), kind.slug());
        }
    }

    /** A line is offered to the kinds in their order, and some take what others would. */
    @Test
    void noneStandsBehindOneThatTakesItsHeadline() {
        var headlines = new HeadlineType(Kinds.all());
        var literal = 0;
        for (var kind : Kinds.all()) {
            if (kind.isHead(kind.headline())) {
                assertSame(kind, headlines.kindOf(kind.headline(), true), kind.headline());
                literal++;
            }
        }
        assertTrue(literal > 15, literal + " headlines without placeholders");
    }

    /** RCU's rule and lists of locks leave lockdep on; so does a banner of which nothing is known. */
    @Test
    void lockdepStaysOnAfterFew() {
        var harmless = EnumSet.of(
                Kind.DATA_RACE, Kind.ASSERT_RACE, Kind.SUSPICIOUS_RCU, Kind.ASSERT, Kind.HELD_LOCKS, Kind.UNKNOWN);
        for (var kind : Kind.values()) {
            assertEquals(!harmless.contains(kind), kind.turnsLockdepOff(), kind.slug());
        }
    }

    @Test
    void aKindOfALaterVersionStaysReadable() {
        assertSame(Kind.OF_LATER_VERSION, Kind.of("lockdep-of-2031"));
    }
}
