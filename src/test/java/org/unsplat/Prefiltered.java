package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.unsplat.input.Source;
import org.unsplat.model.Report;
import org.unsplat.scan.Scan;

/** What is found in a log with the prefilter and without. */
final class Prefiltered {

    private Prefiltered() {}

    static List<Object> scan(InputStream in, boolean skipsQuiet) {
        return scan(Source.of(in, "log"), skipsQuiet);
    }

    private static List<Object> scan(Source source, boolean skipsQuiet) {
        var found = new ArrayList<Object>();
        try (var scan = new Scan(source, true, skipsQuiet)) {
            scan.forEachRemaining(found::add);
            found.add(scan.info());
            found.addAll(scan.unreadHeadlines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** How many reports there are, the same with the prefilter and without. */
    static int same(byte[] log, String what) {
        var whole = scan(new ByteArrayInputStream(log), false);
        assertEquals(lines(whole), lines(scan(new ByteArrayInputStream(log), true)), what);
        assertEquals(lines(whole), lines(scan(new ChunkedInputStream(log, log.length), true)), what + ", in pieces");
        var ahead = Source.of(new ByteArrayInputStream(log), "log");
        ahead.readAhead(Thread::new);
        assertEquals(lines(whole), lines(scan(ahead, true)), what + ", read ahead");
        return (int) whole.stream().filter(Report.class::isInstance).count();
    }

    private static String lines(List<Object> found) {
        return String.join("\n", found.stream().map(Object::toString).toList());
    }
}
