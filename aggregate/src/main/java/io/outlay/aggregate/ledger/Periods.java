package io.outlay.aggregate.ledger;

import io.outlay.contracts.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a period's key says of its days. */
final class Periods {
    static final String DISPUTED = "DISPUTED";

    private static final Pattern YEARS = Pattern.compile("(\\d{4})(?:-(\\d{4})|(\\+))?");
    private static final Pattern CALENDAR = Pattern.compile("CY(\\d{4})(?:Q([1-4]))?");
    private static final Pattern FISCAL = Pattern.compile("FY(\\d{4})(?:Q[1-4])?");

    private Periods() {}

    /** @throws IllegalArgumentException if the text is no period key */
    static Period ofKey(String key) {
        Matcher years = YEARS.matcher(key);
        if (years.matches()) {
            int first = Integer.parseInt(years.group(1));
            int last = years.group(2) == null ? first : Integer.parseInt(years.group(2));
            return new Period(
                    null, LocalDate.of(first, 1, 1), years.group(3) != null ? null : LocalDate.of(last, 12, 31), key);
        }
        Matcher calendar = CALENDAR.matcher(key);
        if (calendar.matches()) {
            int year = Integer.parseInt(calendar.group(1));
            if (calendar.group(2) == null) {
                return new Period(null, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), key);
            }
            YearMonth last = YearMonth.of(year, 3 * Integer.parseInt(calendar.group(2)));
            return new Period(null, last.minusMonths(2).atDay(1), last.atEndOfMonth(), key);
        }
        if (FISCAL.matcher(key).matches() || key.equals(DISPUTED)) {
            return new Period(null, null, null, key);
        }
        throw new IllegalArgumentException("a period key is FY2026, CY2025, CY2025Q3, 2025-2028, 2025+ or DISPUTED");
    }
}
