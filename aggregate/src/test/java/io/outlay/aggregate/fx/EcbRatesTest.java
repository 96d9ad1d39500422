package io.outlay.aggregate.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class EcbRatesTest {
    private static final String DAY = "Date, USD, JPY, CNY, \n23 November 2026, 1.25, 200.0, 9.0, \n";
    private static final String HISTORY = "Date,USD,JPY,RUB,\n2026-11-23,1.25,200.0,N/A,\n2026-11-20,1.2,198,N/A,\n";
    private static final String XML =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
              <gesmes:subject>Reference rates</gesmes:subject>
              <Cube><Cube time='2026-11-23'>
                <Cube currency='USD' rate='1.25'/><Cube currency='JPY' rate='200.0'/><Cube currency='CNY' rate='9.0'/>
              </Cube></Cube>
            </gesmes:Envelope>
            """;
    private static final String OF_THE_DAY = "CNY|2026-11-23 7.2, EUR|2026-11-23 0.8, JPY|2026-11-23 160";

    private static String read(byte[] file) {
        return EcbRates.read(file).stream()
                .map(r -> r.key() + " " + r.unitsPerUsd())
                .collect(Collectors.joining(", "));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(String name, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes(text));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    @Test
    void theDayAsCsvAsZipAndAsXmlIsTheSame() throws IOException {
        assertEquals(OF_THE_DAY, read(bytes(DAY)));
        assertEquals(OF_THE_DAY, read(zip("eurofxref.csv", DAY)));
        assertEquals(OF_THE_DAY, read(bytes(XML)));
    }

    @Test
    void theHistoryLeavesOutWhatIsNotAvailable() {
        assertEquals(
                "EUR|2026-11-20 0.833333333333, EUR|2026-11-23 0.8, JPY|2026-11-20 165, JPY|2026-11-23 160",
                read(bytes(HISTORY)));
    }

    @Test
    void entitiesAreNotExpanded() {
        String evil = XML.replace(
                        "<gesmes:Envelope",
                        "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/hostname\">]>\n<gesmes:Envelope")
                .replace("Reference rates", "&f;");
        assertThrows(IllegalArgumentException.class, () -> EcbRates.read(bytes(evil)));
    }

    @Test
    void whatIsNoneOfTheThreeSaysWhy() throws IOException {
        for (var wrong : List.of(
                List.of("day,usd\n", "line 1: the ECB's CSV begins with 'Date', not 'day'"),
                List.of("Date, USD\n2026-11-23, x\n", "line 2: the rate of USD is no positive number: x"),
                List.of("Date, JPY\n2026-11-23, 200\n", "line 2: the rate of USD is no positive number: null"),
                List.of("Date, USD\n23 Brumaire, 1.2\n", "line 2: '23 Brumaire' is no day"),
                List.of("<html></html>", "not the ECB's XML: it has no Cube with a time and rates"))) {
            assertEquals(
                    wrong.get(1),
                    assertThrows(IllegalArgumentException.class, () -> EcbRates.read(bytes(wrong.get(0))))
                            .getMessage());
        }
        byte[] other = zip("readme.txt", "hello");
        assertTrue(assertThrows(IllegalArgumentException.class, () -> EcbRates.read(other))
                .getMessage()
                .contains("no .csv file"));
    }
}
