package io.outlay.aggregate.fx;

import io.outlay.aggregate.ledger.Rates;
import io.outlay.contracts.FxRate;
import io.outlay.contracts.RateUsed;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rate serves a day: that day's, walking back at most {@link #DAYS_BACK} days to one; else its month's mean; else the latest mean
 * at most {@link #MONTHS_BACK} months old, marked {@link #STALE}; else none. Given rates go before the shipped table.
 */
public final class RateTable implements Rates {
    /** Over a weekend and the longest run of bank holidays. */
    public static final int DAYS_BACK = 7;

    public static final int MONTHS_BACK = 12;

    /** How the basis of a rate ends that is older than the day it serves. */
    public static final String STALE = "STALE";

    private static final String DOLLAR = "USD";

    /** The rates that add to the shipped table, by {@code fx-rates} key. */
    public interface Given {
        /** @param day {@code YYYY-MM-DD} for a daily rate, {@code YYYY-MM} for a month's mean */
        @Nullable
        FxRate rate(String currency, String day);
    }

    private final Given given;

    /** A table over rates that are kept elsewhere. */
    public RateTable(Given given) {
        this.given = given;
    }

    /** The shipped table alone. */
    public static RateTable shipped() {
        return new RateTable((currency, day) -> null);
    }

    /** The shipped table, and these before it. Of two for one currency and day, the last in order of JSON text holds. */
    public static RateTable with(Collection<FxRate> rates) {
        List<FxRate> inOrder = new ArrayList<>(rates);
        inOrder.sort(Comparator.comparing(FxRate::key)
                .thenComparing(FxRate::unitsPerUsd)
                .thenComparing(FxRate::basis));
        Map<String, FxRate> byKey = new HashMap<>();
        inOrder.forEach(rate -> byKey.put(rate.key(), rate));
        return new RateTable((currency, day) -> byKey.get(currency + "|" + day));
    }

    @Override
    public @Nullable RateUsed on(String currency, LocalDate day) {
        if (currency.equals(DOLLAR)) {
            return new RateUsed(day.toString(), "1", "US dollar");
        }
        for (int back = 0; back <= DAYS_BACK; back++) {
            FxRate daily = given.rate(currency, day.minusDays(back).toString());
            if (daily != null) {
                return used(daily, "");
            }
        }
        YearMonth month = YearMonth.from(day);
        for (int back = 0; back <= MONTHS_BACK; back++) {
            FxRate mean = mean(currency, month.minusMonths(back).toString());
            if (mean != null) {
                return used(mean, back == 0 ? "" : " " + STALE);
            }
        }
        return null;
    }

    /** The currencies of the shipped table, sorted; the dollar is not among them. */
    public static Set<String> shippedCurrencies() {
        return MonthlyMeans.shipped().currencies();
    }

    private @Nullable FxRate mean(String currency, String month) {
        FxRate mean = given.rate(currency, month);
        return mean != null ? mean : MonthlyMeans.shipped().of(currency, month);
    }

    private static RateUsed used(FxRate rate, String mark) {
        return new RateUsed(rate.day(), rate.unitsPerUsd(), rate.basis() + mark);
    }
}
