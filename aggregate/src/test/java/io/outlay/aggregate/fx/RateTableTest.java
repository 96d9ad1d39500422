package io.outlay.aggregate.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.contracts.FxRate;
import io.outlay.contracts.RateUsed;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateTableTest {
    private static final RateTable TABLE = RateTable.with(List.of(
            new FxRate("CNY", "2025-02-21", "7.25", "bank"),
            new FxRate("CNY", "2025-02-24", "7.30", "bank"),
            new FxRate("XTS", "2025-01", "2", "mean")));

    private static String on(String currency, String day) {
        RateUsed rate = TABLE.on(currency, LocalDate.parse(day));
        return rate == null ? "none" : rate.day() + " " + rate.unitsPerUsd() + " " + rate.basis();
    }

    @Test
    void theDaysOwnRate() {
        assertEquals("2025-02-24 7.30 bank", on("CNY", "2025-02-24"));
    }

    @Test
    void atMostSevenDaysBack() {
        assertEquals("2025-02-21 7.25 bank", on("CNY", "2025-02-23"));
        assertEquals("2025-02-24 7.30 bank", on("CNY", "2025-03-03"));
        assertTrue(on("CNY", "2025-03-04").startsWith("2025-03 "), "eight days later the month's mean serves");
    }

    @Test
    void neverALaterDay() {
        assertTrue(on("CNY", "2025-02-20").startsWith("2025-02 "));
    }

    @Test
    void pastTheTablesEndTheLatestMeanIsStaleForAYear() {
        assertEquals("2025-01 2 mean", on("XTS", "2025-01-31"));
        assertEquals("2025-01 2 mean STALE", on("XTS", "2026-01-31"));
        assertEquals("none", on("XTS", "2026-02-01"));
        assertEquals("none", on("XTS", "2024-12-31"));
    }

    @Test
    void theDollarIsOne() {
        assertEquals("2025-02-24 1 US dollar", on("USD", "2025-02-24"));
    }

    @Test
    void noCurrencyNoRate() {
        assertNull(RateTable.shipped().on("ZZZ", LocalDate.parse("2025-01-01")));
    }

    @Test
    void theShippedTableHasSixtyCurrenciesAndMore() {
        assertEquals(67, RateTable.shippedCurrencies().size());
        for (String currency : List.of("EUR", "CNY", "JPY", "INR", "KRW", "TWD", "SAR", "AED")) {
            RateUsed rate = RateTable.shipped().on(currency, LocalDate.parse("2026-09-15"));
            assertTrue(rate != null && rate.day().equals("2026-09"), currency);
        }
    }

    @Test
    void aBadRowNamesItsLine() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> MonthlyMeans.read(new StringReader("# rates\nEUR,2025,guess,1.1\n")));
        assertTrue(e.getMessage().startsWith("fx-monthly.csv:2: a row is currency, year, one of"), e.getMessage());
        IllegalArgumentException twice = assertThrows(
                IllegalArgumentException.class,
                () -> MonthlyMeans.read(new StringReader("EUR,2025,ecb,1.1\nEUR,2025,fed,1.1\n")));
        assertEquals("fx-monthly.csv:2: EUR|2025-01 stands twice", twice.getMessage());
    }
}
