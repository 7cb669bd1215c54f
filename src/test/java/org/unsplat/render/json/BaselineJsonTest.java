package org.unsplat.render.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unsplat.triage.Baseline;
import org.unsplat.triage.Identity;

class BaselineJsonTest {

    private static final String ID = "0123456789abcdef";

    private final List<String> warnings = new ArrayList<>();

    private Baseline read(String json) {
        return new BaselineJson("known.json", warnings::add)
                .read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whatIsWrittenIsRead() {
        var baseline = new Baseline(List.of(
                new Baseline.Entry(
                        new Identity("site/1", ID), "kcsan-data-race", "a", "b", "c", LocalDate.of(2027, 1, 31)),
                new Baseline.Entry(new Identity("cycle/12", ID), null, "", null, null, null),
                new Baseline.Entry(null, "lockdep-limit", "a", "", "", null)));
        var out = new ByteArrayOutputStream();
        BaselineJson.write(baseline, out);
        assertEquals("""
                {
                  "baseline_version": "1.0",
                  "entries": [
                    {
                      "name": "site/1",
                      "id": "0123456789abcdef",
                      "kind": "kcsan-data-race",
                      "title": "a",
                      "reason": "b",
                      "owner": "c",
                      "expires": "2027-01-31"
                    },
                    {
                      "name": "cycle/12",
                      "id": "0123456789abcdef",
                      "title": ""
                    },
                    {
                      "kind": "lockdep-limit",
                      "title": "a",
                      "reason": "",
                      "owner": ""
                    }
                  ]
                }
                """, out.toString(StandardCharsets.UTF_8));
        assertEquals(baseline, read(out.toString(StandardCharsets.UTF_8)));
        assertEquals(List.of(), warnings);
    }

    /** The words that follow "not a baseline". */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | 1:2 expected an object",
                "{'entries': []} | 1:16 expected baseline_version 1.x, found null",
                "{'baseline_version': '2.0', 'entries': []} | 1:43 expected baseline_version 1.x, found 2.0",
                "{'baseline_version': '1.0'} | 1:28 expected a member entries",
                "{'baseline_version': '1.0', 'entries': []} {} | 1:45 expected nothing after the object",
                "{'baseline_version': '1.0', 'entries': [ | 1:41 the file ends too early",
                "{'baseline_version': '1.0', 'entries': [{'name': 'site/1', 'id': 7}]} | 1:67 expected a string, found",
                "{'baseline_version': '1.0', 'entries': [], 'entries': []} | 1:53 Duplicate",
                "ENTRIES{'name': 'site/1'}]} | expected name and id, both or none at /entries/0",
                "ENTRIES{'id': 'ID'}]} | expected name and id, both or none at /entries/0",
                "ENTRIES{'kind': 'a'}]} | expected name and id, or kind and title at /entries/0",
                "ENTRIES{'title': 'a'}]} | expected name and id, or kind and title at /entries/0",
                "ENTRIES{'name': 'site/12345', 'id': 'ID'}]} | expected a name such as site/1 at /entries/0, found site/12345",
                "ENTRIES{'name': 'site/1', 'id': '0123'}]} | expected an id of 16 hexadecimal digits at /entries/0, found 0123",
                "ENTRIES{'name': 'site/1', 'id': 'ID', 'expires': 'soon'}]}"
                        + " | expected expires as YYYY-MM-DD at /entries/0, found \"soon\"",
                "ENTRIES{'name': 'site/1', 'id': 'ID'}, {'kind': 'a', 'title': 'b'}, {'name': 'site/1', 'id': 'ID'}]}"
                        + " | the same bug twice, at /entries/0 and /entries/2: site/1 ID",
            })
    void anythingElseIsNone(String json, String expected) {
        var text = json.replace("ENTRIES", "{'baseline_version': '1.0', 'entries': [")
                .replace("ID", ID)
                .replace('\'', '"');
        var message = assertThrows(MalformedBaseline.class, () -> read(text)).getMessage();
        var said = message.replaceFirst("^known\\.json:(\\d+:\\d+): not a baseline: ", "$1 ");
        var wanted = expected.replace("ID", ID);
        assertEquals(
                true,
                (Character.isDigit(wanted.charAt(0)) ? said : said.substring(said.indexOf(' ') + 1)).startsWith(wanted),
                message);
        assertEquals(true, message.endsWith("; write one with --write-baseline"), message);
    }

    @Test
    void anUnknownMemberIsWarnedOf() {
        read("{\"baseline_version\": \"1.7\",\n\"entries\": [{\"name\": \"site/1\", \"id\": \"" + ID
                + "\",\n\"expire\": {\"a\": []}}]}");
        assertEquals(
                List.of("known.json:3: unknown member \"expire\" has no effect: "
                        + "an entry has name, id, kind, title, reason, owner and expires"),
                warnings);
    }

    @Test
    void aFileThatCannotBeReadIsNoEmptyOne() {
        var gone = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };
        var failed = assertThrows(UncheckedIOException.class, () -> new BaselineJson("x", warnings::add).read(gone));
        assertEquals("gone", failed.getCause().getMessage());
    }
}
