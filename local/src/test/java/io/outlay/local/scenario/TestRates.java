package io.outlay.local.scenario;

import io.outlay.contracts.FxRate;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A scenario's fixed rates, as dollars for one unit. */
final class TestRates {
    private static final String OURS =
            "USD=\"1\" CNY=\"0.1395\" EUR=\"1.16\" GBP=\"1.3636\" SEK=\"0.1042\" SGD=\"0.74\" AUD=\"0.65\" CAD=\"0.7211\" "
                    + "JPY=\"0.00625\" INR=\"0.01099\" KRW=\"0.00065\" BRL=\"0.181\"";
    private static final Pattern RATE = Pattern.compile("\\b([A-Z]{3})=\"([0-9.]+)\"");

    private TestRates() {}

    /** Those of a folder's own reference when it has one. */
    static Map<String, BigDecimal> of(Path folder) throws IOException {
        Path reference = folder.resolve("expected.py");
        return Files.exists(reference) ? parse(Files.readString(reference)) : ours();
    }

    static Map<String, BigDecimal> ours() {
        return parse(OURS);
    }

    private static Map<String, BigDecimal> parse(String text) {
        Map<String, BigDecimal> dollars = new TreeMap<>();
        Matcher rate = RATE.matcher(text);
        while (rate.find()) {
            dollars.put(rate.group(1), new BigDecimal(rate.group(2)));
        }
        return dollars;
    }

    /** A rate for every month. */
    static List<FxRate> everyMonth(Map<String, BigDecimal> dollars) {
        List<FxRate> rates = new ArrayList<>();
        dollars.forEach((currency, dollar) -> {
            String perUsd = BigDecimal.ONE
                    .divide(dollar, new MathContext(28, RoundingMode.HALF_EVEN))
                    .stripTrailingZeros()
                    .toPlainString();
            String thirty = perUsd.substring(0, Math.min(30, perUsd.length()));
            for (YearMonth m = YearMonth.of(2023, 1); m.getYear() < 2028; m = m.plusMonths(1)) {
                if (!currency.equals("USD")) {
                    rates.add(new FxRate(currency, m.toString(), thirty, "fixed for the test"));
                }
            }
        });
        return rates;
    }
}
