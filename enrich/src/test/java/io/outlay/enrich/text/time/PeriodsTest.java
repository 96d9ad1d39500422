package io.outlay.enrich.text.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.outlay.contracts.AnnouncedOn;
import io.outlay.enrich.text.prose.Tokens;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodsTest {
    private static final FiscalCalendar TO_JUNE = new FiscalCalendar(MonthDay.of(6, 30), false);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "over the next three years | 2025-2028 | 2028-11-02",
                "over four years | 2025-2029 | 2029-11-02",
                "a five-year deal | 2025-2030 | 2030-11-02",
                "by 2030 | 2025-2030 | 2030-12-31",
                "through the end of 2028 | 2025-2028 | 2028-12-31",
                "by the end of the decade | 2025-2030 | 2030-12-31",
                "in 2026 | CY2026 | 2026-12-31",
                "this year | CY2025 | 2025-12-31",
                "for the year | CY2025 | 2025-12-31",
                "next year | CY2026 | 2026-12-31",
                "this fiscal year | FY2026 | 2026-06-30",
                "in fiscal 2027 | FY2027 | 2027-06-30",
                "in FY26 | FY2026 | 2026-06-30",
                "between 2026 and 2029 | 2026-2029 | 2029-12-31",
                "from October 2026 through June 2029 | 2026-2029 | 2029-06-30",
                "in the first quarter of 2026 | FY2026Q1 | 2025-09-30",
                "for the full year 2025 | CY2025 | 2025-12-31"
            })
    void readsAPeriod(String text, String key, String end) {
        List<Periods.Found> found = Periods.in(Tokens.of(text, 0, text.length()), LocalDate.of(2025, 11, 3), TO_JUNE);
        assertEquals(1, found.size(), text);
        assertEquals(key, found.get(0).period().key());
        assertEquals(LocalDate.parse(end), found.get(0).period().end());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The firm said on Thursday that | 2025-10-30 | DAY",
                "It announced in January that | 2025-01-31 | MONTH",
                "It announced in December that | 2024-12-31 | MONTH",
                "On June 30, 2025, it revealed that | 2025-06-30 | DAY",
                "It said last week that | 2025-11-02 | DAY",
                "It said last month that | 2025-10-31 | MONTH",
                "It announced earlier this year that | 2025-11-03 | YEAR",
                "It announced last year that | 2024-12-31 | YEAR"
            })
    void readsTheDayOfAnAnnouncement(String text, String day, String precision) {
        AnnouncedOn on =
                AnnouncementDays.in(Tokens.of(text, 0, text.length()), 2, List.of(), LocalDate.of(2025, 11, 3));
        assertEquals(day + " " + precision, on == null ? "none" : on.day() + " " + on.precision());
    }
}
