package io.outlay.enrich.text.time;

import io.outlay.contracts.Period;
import java.time.LocalDate;
import java.time.MonthDay;

/**
 * A payer's fiscal years. A year is named by the calendar year in which it ends (Microsoft's fiscal 2026 ends on 30 June 2026),
 * in Japan by the one in which it begins (fiscal 2026 ends on 31 March 2027).
 */
public record FiscalCalendar(MonthDay yearEnd, boolean namedByStart) {
    public static final FiscalCalendar CALENDAR_YEAR = new FiscalCalendar(MonthDay.of(12, 31), false);

    /** @param country ISO code of the payer's headquarters */
    public static FiscalCalendar of(MonthDay yearEnd, String country) {
        return new FiscalCalendar(yearEnd, country.equals("JP") && !yearEnd.equals(MonthDay.of(12, 31)));
    }

    boolean isCalendarYear() {
        return yearEnd.equals(MonthDay.of(12, 31));
    }

    /** The name of the fiscal year in which the day lies. */
    int yearOf(LocalDate day) {
        int endsIn = MonthDay.from(day).isAfter(yearEnd) ? day.getYear() + 1 : day.getYear();
        return namedByStart ? endsIn - 1 : endsIn;
    }

    LocalDate lastDay(int fiscalYear) {
        int endsIn = namedByStart ? fiscalYear + 1 : fiscalYear;
        LocalDate end = yearEnd.atYear(endsIn);
        return yearEnd.getMonthValue() == 2 ? end.withDayOfMonth(end.lengthOfMonth()) : end;
    }

    LocalDate firstDay(int fiscalYear) {
        return lastDay(fiscalYear - 1).plusDays(1);
    }

    /** {@code FY2026}, or {@code CY2026} where that is the calendar year. */
    Period year(String text, int fiscalYear) {
        String key = (isCalendarYear() ? "CY" : "FY") + fiscalYear;
        return new Period(text, firstDay(fiscalYear), lastDay(fiscalYear), key);
    }

    /** {@code FY2026Q1}, or {@code CY2026Q1}. */
    Period quarter(String text, int fiscalYear, int quarter) {
        LocalDate start = firstDay(fiscalYear).plusMonths(3L * (quarter - 1));
        LocalDate end = start.plusMonths(3).minusDays(1);
        String key = (isCalendarYear() ? "CY" : "FY") + fiscalYear + "Q" + quarter;
        return new Period(text, start, end, key);
    }
}
