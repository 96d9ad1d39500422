package io.outlay.ingest.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.time.api.constraints.InstantRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationDateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            2025-02-25                        | 2025-02-25
            ' 2025-02-25 '                    | 2025-02-25
            20250225                          | 2025-02-25
            2099-12-31                        | 2099-12-31
            1900-01-01                        | 1900-01-01
            2025-02-25T09:00:00Z              | 2025-02-25T09:00:00Z
            2025-02-25T09:00Z                 | 2025-02-25T09:00:00Z
            2025-02-25T09:00:00.123Z          | 2025-02-25T09:00:00.123Z
            2025-02-25t09:00:00z              | 2025-02-25T09:00:00Z
            2025-02-25T09:00:00+01:00         | 2025-02-25T08:00:00Z
            2025-02-25T09:00:00+0100          | 2025-02-25T08:00:00Z
            2025-02-25T09:00:00+01            | 2025-02-25T08:00:00Z
            2025-02-25T09:00:00               | 2025-02-25T09:00:00Z
            2025-02-25 09:00:00               | 2025-02-25T09:00:00Z
            2025-02-25 09:00:00 +0100         | 2025-02-25T08:00:00Z
            2025-02-25 09:00:00 UTC           | 2025-02-25T09:00:00Z
            20250225T090000Z                  | 2025-02-25T09:00:00Z
            20250225090000                    | 2025-02-25T09:00:00Z
            Tue, 25 Feb 2025 09:00:00 GMT     | 2025-02-25T09:00:00Z
            Tue, 25 Feb 2025 09:00:00 +0100   | 2025-02-25T08:00:00Z
            Tue, 25 Feb 2025 09:00:00 EST     | 2025-02-25T14:00:00Z
            25 Feb 2025 09:00                 | 2025-02-25T09:00:00Z
            Tue, 25 Feb 25 09:00:00 GMT       | 2025-02-25T09:00:00Z
            Tuesday, 25-Feb-2025 09:00:00 GMT | 2025-02-25T09:00:00Z
            Tue, 5 February 2025 9:00:00 GMT  | 2025-02-05T09:00:00Z
            25 February 2025                  | 2025-02-25
            February 25, 2025                 | 2025-02-25
            Feb. 25, 2025 9:00 AM EST         | 2025-02-25
            2025/2/25 9:00                    | 2025-02-25
            2025年2月25日09:00                 | 2025-02-25
            25.02.2025 09:00                  | 2025-02-25
            3.4.2025                          | 2025-04-03
            25/02/2025                        | 2025-02-25
            02/25/2025 9:00:00 AM             | 2025-02-25
            03/03/2025                        | 2025-03-03
            1740474000                        | 2025-02-25T09:00:00Z
            1740474000123                     | 2025-02-25T09:00:00Z
            2025-02-25T09:00:00+01:00[Europe/Berlin] | 2025-02-25T08:00:00Z
            """)
    void isBroughtToADateOrAnInstant(String printed, String expected) {
        assertEquals(expected, PublicationDate.normalise(printed));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "  ",
                "soon",
                "2025",
                "02/03/2025",
                "2025-13-01",
                "2025-02-30",
                "31 Feb 2025",
                "2025-02-25T25:00:00Z",
                "25.13.2025",
                "1740474"
            })
    void isNullWhenItNamesNoDay(String printed) {
        assertNull(PublicationDate.normalise(printed));
    }

    @Property
    void anInstantStaysItself(
            @ForAll @InstantRange(min = "1900-01-01T00:00:00Z", max = "2100-01-01T00:00:00Z") Instant at) {
        assertEquals(at.toString(), PublicationDate.normalise(at.toString()));
        assertEquals(at, PublicationDate.toInstant(at.toString()));
    }
}
