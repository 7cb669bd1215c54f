package org.unsplat.input.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 2045, 5.1, and what mailers make of it. */
class ContentTypeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "text/plain | text/plain {}",
                "Text/Plain ; Charset=UTF-8 ;format = flowed | text/plain {charset=UTF-8, format=flowed}",
                "text/plain; charset=\"utf-8\"; name=\"a;b=c.log\" | text/plain {charset=utf-8, name=a;b=c.log}",
                "text/plain; charset; delsp=yes; | text/plain {delsp=yes}",
                "text/plain; a=\"; b=c | text/plain {a=\"; b=c}",
                "text/plain; a=\" | text/plain {a=\"}",
                "text/plain; a=\"b | text/plain {a=\"b}",
                "text/plain; a=b\" | text/plain {a=b\"}",
                "text/plain; a=\"\"; b= | text/plain {a=, b=}",
            })
    void aHeaderIsATypeAndItsParameters(String header, String parts) {
        var type = ContentType.of(header);
        assertEquals(parts, type.type() + " " + new TreeMap<>(type.parameters()));
    }

    /** Those that may hold a log. */
    @ParameterizedTest
    @CsvSource({
        "text/plain, true",
        "text/x-log, true",
        "application/octet-stream, true",
        "image/png, false",
        "audio/ogg, false",
        "video/mp4, false",
        "application/pgp-signature, false",
        "application/pkcs7-signature, false",
        "application/x-pkcs7-signature, false",
        "application/zip, false",
        "application/gzip, false",
        "application/pdf, false",
        "application/x-compressed-tar, false",
    })
    void imagesSignaturesAndArchivesAreNotReadable(String type, boolean isReadable) {
        assertEquals(isReadable, ContentType.of(type).isReadable());
    }

    @ParameterizedTest
    @CsvSource({
        "multipart/mixed; boundary=a, true",
        "multipart/mixed, false",
        "text/plain; boundary=a, false",
    })
    void partsNeedABoundary(String header, boolean isMultipart) {
        assertEquals(isMultipart, ContentType.of(header).isMultipart());
    }

    /** RFC 2046, 4.1.2 names US-ASCII, which is UTF-8, too. */
    @ParameterizedTest
    @CsvSource({
        "text/plain, UTF-8",
        "text/plain; charset=us-ascii, UTF-8",
        "text/plain; charset=utf-8, UTF-8",
        "text/plain; charset=ISO-8859-15, ISO-8859-15",
        "text/plain; charset=klingon, UTF-8",
        "text/plain; charset=\"a b\", UTF-8",
    })
    void anUnknownCharsetIsUtf8(String header, String charset) {
        assertEquals(charset, ContentType.of(header).charset().name());
    }
}
