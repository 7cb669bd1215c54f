package org.unsplat.render.json;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.unsplat.triage.Baseline;
import org.unsplat.triage.Identity;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads and writes the file of a {@link Baseline}:
 * <pre>{@code
 * {"baseline_version": "1.0",
 *  "entries": [{"name": "cycle/1", "id": "94697476060ee0d9", "kind": "lockdep-circular-dependency",
 *               "title": "possible deadlock in f", "reason": "...", "owner": "...", "expires": "2027-01-31"}]}
 * }</pre>
 */
public final class BaselineJson {

    private static final String VERSION = "1.0";
    private static final Pattern NAME = Pattern.compile("[a-z]{1,40}/\\d{1,4}");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{16}");

    /** A duplicate member, as a merge may produce, is an error, because one of the two would be lost. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String file;
    private final Consumer<String> warnings;

    /**
     * @param file the name in messages
     * @param warnings is called with a sentence for each probable mistake
     */
    public BaselineJson(String file, Consumer<String> warnings) {
        this.file = file;
        this.warnings = warnings;
    }

    /** The JSON as it is in the file. {@link RequiredMembers} has both members, so that a cut file is no baseline without entries. */
    record InJson(String baselineVersion, List<EntryInJson> entries) {}

    private record EntryInJson(
            String name, String id, String kind, String title, String reason, String owner, String expires) {}

    /**
     * Reads a baseline.
     *
     * @throws MalformedBaseline if it is no baseline
     * @throws UncheckedIOException if it cannot be read, or has an encoding that JSON does not allow
     */
    public Baseline read(InputStream stream) {
        try {
            return read(FACTORY.createParser(ObjectReadContext.empty(), stream));
        } catch (JacksonIOException e) {
            throw new UncheckedIOException(e.getCause());
        }
    }

    private Baseline read(JsonParser parser) {
        try {
            require(parser.nextToken() == JsonToken.START_OBJECT, "expected an object");
            var json = new RecordReader(parser, member -> unknown(parser, member)).read(InJson.class);
            require(
                    json.baselineVersion != null && json.baselineVersion.startsWith("1."),
                    "expected baseline_version 1.x, found " + json.baselineVersion);
            require(parser.nextToken() == null, "expected nothing after the object");
            var entries = new ArrayList<Baseline.Entry>();
            for (var entry : json.entries) {
                entries.add(entry(entry, entries.size()));
            }
            requireNoneTwice(entries);
            return new Baseline(List.copyOf(entries));
        } catch (JacksonIOException e) {
            throw e;
        } catch (JacksonException e) {
            throw malformed(parser, RecordReader.problem(e), e);
        } catch (RecordReader.Mismatch e) {
            throw malformed(parser, e.getMessage(), e);
        }
    }

    private static Baseline.Entry entry(EntryInJson json, int index) {
        var at = " at /entries/" + index;
        return new Baseline.Entry(
                identity(json, at),
                json.kind,
                json.title,
                json.reason,
                json.owner,
                json.expires == null ? null : date(json.expires, at));
    }

    private static Identity identity(EntryInJson json, String at) {
        if (json.name == null && json.id == null) {
            require(json.kind != null && json.title != null, "expected name and id, or kind and title" + at);
            return null;
        }
        require(json.name != null && json.id != null, "expected name and id, both or none" + at);
        require(NAME.matcher(json.name).matches(), "expected a name such as site/1" + at + ", found " + json.name);
        require(ID.matcher(json.id).matches(), "expected an id of 16 hexadecimal digits" + at + ", found " + json.id);
        return new Identity(json.name, json.id);
    }

    /** Two entries of one bug may have different reasons or dates, and it is unknown which is meant. */
    private static void requireNoneTwice(List<Baseline.Entry> entries) {
        var seen = new HashMap<String, Integer>();
        for (var entry : entries) {
            var at = seen.size();
            var before = seen.put(entry.key(), at);
            require(
                    before == null,
                    "the same bug twice, at /entries/" + before + " and /entries/" + at + ": " + entry.key());
        }
    }

    private static LocalDate date(String text, String at) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new RecordReader.Mismatch("expected expires as YYYY-MM-DD" + at + ", found \"" + text + "\"");
        }
    }

    private static void require(boolean fits, String message) {
        if (!fits) {
            throw new RecordReader.Mismatch(message);
        }
    }

    /** Warns of an unknown member: a misspelt {@code expires} would make a bug known for ever. */
    private void unknown(JsonParser parser, String member) {
        warnings.accept(file + ":" + parser.currentLocation().getLineNr() + ": unknown member \"" + member
                + "\" has no effect: an entry has name, id, kind, title, reason, owner and expires");
    }

    private MalformedBaseline malformed(JsonParser parser, String problem, Exception cause) {
        var place = parser.currentLocation();
        return new MalformedBaseline(
                file + ":" + place.getLineNr() + ":" + place.getColumnNr() + ": not a baseline: " + problem
                        + "; write one with --write-baseline",
                cause);
    }

    /** Writes a baseline; entries keep their order. */
    public static void write(Baseline baseline, OutputStream stream) {
        var out = JsonOutput.indented(stream);
        out.beginObject();
        out.text("baseline_version", VERSION);
        out.beginList("entries");
        for (var entry : baseline.entries()) {
            out.beginObject();
            if (entry.identity() != null) {
                out.text("name", entry.identity().name());
                out.text("id", entry.identity().id());
            }
            out.textEvenIfEmpty("kind", entry.kind());
            out.textEvenIfEmpty("title", entry.title());
            out.textEvenIfEmpty("reason", entry.reason());
            out.textEvenIfEmpty("owner", entry.owner());
            out.textEvenIfEmpty(
                    "expires", entry.expires() == null ? null : entry.expires().toString());
            out.endObject();
        }
        out.endList();
        out.endObject();
        out.endLine();
        out.flush();
    }
}
