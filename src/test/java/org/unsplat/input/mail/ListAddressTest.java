package org.unsplat.input.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 2369 and RFC 2919. */
class ListAddressTest {

    @ParameterizedTest
    @CsvSource({
        "List-Post: <mailto:a@b.org>, a@b.org",
        "List-Post: <mailto:a@b.org?subject=x>, a@b.org",
        "List-Post: <https://b.org/a> <mailto:a@b.org>, a@b.org",
        "List-Post: NO, ",
        "List-Post: <mailto:a>, ",
        "List-Post: <mailto:@b>, ",
        "List-Post: <mailto:a@>, ",
        "List-Post: <mailto:a@b>, a@b",
        "X-Mailing-List: a@b.org, a@b.org",
        "X-Mailing-List: Toys <a@b.org> (all), a@b.org",
        "X-Mailing-List: a@b.org;c|List-Id: <d.e.org>, a@b.org",
        "X-Mailing-List: a|List-Id: <d.e.org>, d@e.org",
        "List-Id: Toys <a-b.lists.c.org>, a-b@lists.c.org",
        "List-Id: <a.org>, ",
        "List-Id: <.a.org>, ",
        "List-Id: <a.b.org, ",
        "Subject: a@b.org, ",
    })
    void theAddressIsInTheHeaders(String lines, String address) {
        var block = new HeaderBlock();
        for (var line : lines.split("\\|")) {
            block.add(line);
        }
        assertEquals(address, ListAddress.of(block));
    }
}
