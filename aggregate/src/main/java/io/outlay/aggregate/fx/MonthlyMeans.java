package io.outlay.aggregate.fx;

import io.outlay.contracts.FxRate;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The shipped table {@code fx-monthly.csv}: the mean rate of each currency in each month. */
final class MonthlyMeans {
    private static final String FILE = "fx-monthly.csv";
    private static final String HEADER = "currency,year,basis,1,2,3,4,5,6,7,8,9,10,11,12";
    private static final int FIRST_MONTH_CELL = 3;

    private static final Map<String, String> BASES = Map.of(
            "ecb", "ECB daily reference rates, monthly mean",
            "fed", "Federal Reserve H.10, monthly mean",
            "peg", "official peg to the dollar",
            "sample", "currency-api, sample of the month");

    private static final class Shipped {
        static final MonthlyMeans TABLE = load();
    }

    private final Map<String, FxRate> byKey;

    private MonthlyMeans(Map<String, FxRate> byKey) {
        this.byKey = byKey;
    }

    static MonthlyMeans shipped() {
        return Shipped.TABLE;
    }

    /** @param month {@code YYYY-MM} */
    @Nullable
    FxRate of(String currency, String month) {
        return byKey.get(currency + "|" + month);
    }

    Set<String> currencies() {
        Set<String> currencies = new TreeSet<>();
        byKey.values().forEach(rate -> currencies.add(rate.currency()));
        return currencies;
    }

    private static MonthlyMeans load() {
        try (InputStream in = MonthlyMeans.class.getResourceAsStream("/" + FILE)) {
            if (in == null) {
                throw new IllegalStateException("resource " + FILE + " is missing from the jar; build it again");
            }
            return read(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }

    static MonthlyMeans read(Reader table) throws IOException {
        Map<String, FxRate> byKey = new HashMap<>();
        BufferedReader lines = new BufferedReader(table);
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#") || line.equals(HEADER)) {
                continue;
            }
            try {
                readRow(line.split(",", -1), byKey);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(FILE + ":" + number + ": " + e.getMessage(), e);
            }
        }
        return new MonthlyMeans(byKey);
    }

    private static void readRow(String[] cells, Map<String, FxRate> byKey) {
        String basis = cells.length <= FIRST_MONTH_CELL ? null : BASES.get(cells[2]);
        if (basis == null || cells.length > FIRST_MONTH_CELL + 12) {
            throw new IllegalArgumentException(
                    "a row is currency, year, one of " + new TreeSet<>(BASES.keySet()) + ", and up to 12 rates");
        }
        for (int month = 1; month <= cells.length - FIRST_MONTH_CELL; month++) {
            String rate = cells[FIRST_MONTH_CELL + month - 1];
            if (rate.isEmpty()) {
                continue;
            }
            FxRate mean = new FxRate(cells[0], "%s-%02d".formatted(cells[1], month), rate, basis);
            if (byKey.putIfAbsent(mean.key(), mean) != null) {
                throw new IllegalArgumentException(mean.key() + " stands twice");
            }
        }
    }
}
