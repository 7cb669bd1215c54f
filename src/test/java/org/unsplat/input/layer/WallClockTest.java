package org.unsplat.input.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WallClockTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-06-25T12:00:00.1234567Z            | 2024-06-25T12:00:00.1234567Z",
                "2024-06-25T12:00:00Z 01O text           | 2024-06-25T12:00:00Z",
                "2024-06-25T12:00:00,123456+02:00        | 2024-06-25T12:00:00.123456+02:00",
                "2024-06-25T12:00:00+0200 host kernel:   | 2024-06-25T12:00:00+02:00",
                "2024-06-25 12:00:00.5                   | 2024-06-25T12:00:00.5",
                "2024-06-25T12:00:00.000000              | 2024-06-25T12:00:00.000000",
                "Tue 2024-06-25 12:00:00 UTC host kernel:| 2024-06-25T12:00:00Z",
                "Tue 2024-06-25 12:00:00 CEST h kernel:  | 2024-06-25T12:00:00",
                "Tue Jun 25 12:00:00 2024]               | 2024-06-25T12:00:00",
                "Tue Jun  5 12:00:00 2024 kern.warn kernel:| 2024-06-05T12:00:00",
                "Jun25 12:00]                            | --06-25T12:00",
                "Jun 25 12:00:00 host kernel:            | --06-25T12:00:00",
                "Feb 29 23:59:60 7 kernel:               | --02-29T23:59:60",
                "06-25 12:00:00.123  1234  1234 W kernel  : | --06-25T12:00:00.123",
                "1719316800.123456 host kernel:          | 2024-06-25T12:00:00.123456Z",
                "Tue, 25 Jun 2024 12:00:00 -0530 (x y)   | 2024-06-25T12:00:00-05:30",
                "25 Jun 2024 12:00:00 GMT                | 2024-06-25T12:00:00Z",
                "Tue, 25 Jun 2024 12:00:00 -0000         | 2024-06-25T12:00:00Z",
                "Tue, 25 Jun 2024 12:00:00 +9999         | 2024-06-25T12:00:00",
                "Jun 25 12:00:00 ut kernel:              | --06-25T12:00:00",
                "Tue Jun 25 12:00:00 2024 +0200          | 2024-06-25T12:00:00+02:00"
            })
    void whatIsGiven(String text, String iso) {
        assertEquals(iso, WallClock.iso(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kernel:",
                "12:00:00.123]",
                "12.345678 <    0.000012>]",
                "+0.000012]",
                "2024-13-25T12:00:00Z",
                "2024-06-31T12:00:00Z",
                "2024-06-25T24:00:00Z",
                "2024-06-25T12:60:00Z",
                "2024-06-25T12:00:65Z",
                "2024-+1-25T12:00:00Z",
                "Di Juin 25 12:00:00 2024]",
                "juil. 25 12:00:00 host kernel:",
                "Jun 31 12:00:00 host kernel:",
                "2024-06-25"
            })
    void whatIsNone(String text) {
        assertNull(WallClock.iso(text));
    }
}
