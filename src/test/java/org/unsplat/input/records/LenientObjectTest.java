package org.unsplat.input.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One object in JSON (RFC 8259), in YAML's flow style, or as much of it as a line holds. */
class LenientObjectTest {

    private static String read(String source) {
        return LenientObject.read(source, 0).members().toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | {}",
                "{\"a\":\"b\",\"c\":1} | {a=b, c=1}",
                "{ \"a\" : \"b\" , \"c\" : 1 } | {a=b, c=1}",
                "{\t\"a\"\t:\t\"b\"\t,\t\"c\": null}, {\"d\": 1} | {a=b, c=null}",
                "{\"a\":\"b, c: {d} 'e' [\",\"f\":\"\"} | {a=b, c: {d} 'e' [, f=}",
                "{a: b c , 'd': 'it''s: {e}, \"f\"', g: ''} | {a=b c, d=it's: {e}, \"f\", g=}",
                "{\"a\":[1,{\"b\":\"]}\\\"\"},[]],\"c\":{\"d\":[2]},\"e\":3} | {a=[1,{\"b\":\"]}\\\"\"},[]], c={\"d\":[2]}, e=3}",
            })
    void members(String source, String members) {
        assertEquals(members, read(source));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ | {}",
                "{\"a | {}",
                "{\"a\" | {}",
                "{\"a\": | {a=}",
                "{\"a\":\"b | {a=b}",
                "{\"a\":\"b\\ | {a=b\\}",
                "{\"a\":\"b\\u | {a=b}",
                "{\"a\":\"b\\u004 | {a=b\u0004}",
                "{a: 'b | {a=b}",
                "{a: 'b' | {a=b}",
                "{a: b | {a=b}",
                "{\"a\":[1,[2], | {a=[1,[2],}",
                "{\"a\" \"b\":1} | {}",
                "{a}:1} | {}",
            })
    void whatIsCutIsReadUpToThere(String source, String members) {
        assertEquals(members, read(source));
    }

    /** All escapes of JSON, and those of YAML that are no escapes there. */
    @Test
    void escapes() {
        assertEquals(
                "{a=\n\t\r\b\f\"\\/A\u20ac\u00e4\u001b!}",
                read("{\"a\":\"\\n\\t\\r\\b\\f\\\"\\\\\\/\\u0041\\u20AC\\xe4\\e!\"}"));
        assertEquals("{a=bc}", read("{\"a\":\"b\\u0000c\"}"), "as everywhere, NUL is left out");
    }

    @Test
    void theBraceMayStandAnywhere() {
        assertEquals("{a=b}", LenientObject.read("- {a: b}", 2).members().toString());
    }

    /** journald writes what is no UTF-8, or holds control characters, as a list of bytes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[66,85,71] | BUG",
                "[66, 85, 71] | BUG",
                "[195,164,255] | \u00e4\u00ff",
                "[48,57] | 09",
                "[9] | '\t'",
                "[] | []",
                "[a] | [a]",
                "[6 | [6",
                "66,85,71 | 66,85,71",
                "[0] text | [0] text",
                "[   12.345678] text | [   12.345678] text",
                "[12.345678] text | [12.345678] text",
                "[12;34] | [12;34]",
                "[12/34] | [12/34]",
            })
    void aTextMayBeAListOfBytes(String value, String text) {
        assertEquals(text, LenientObject.text(value));
    }
}
