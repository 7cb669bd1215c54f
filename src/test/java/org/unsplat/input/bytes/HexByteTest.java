package org.unsplat.input.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HexByteTest {

    @ParameterizedTest
    @CsvSource({"3D, 61", "0a, 10", "fF, 255", "00, 0", "7, -1", "'', -1", "g0, -1", "0g, -1", "' 7', -1", "123, 18"})
    void twoDigitsAreAByte(String digits, int value) {
        assertEquals(value, HexByte.at(digits, 0));
        assertEquals(value, HexByte.at("=" + digits, 1));
    }
}
