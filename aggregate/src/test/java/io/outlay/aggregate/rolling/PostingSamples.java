package io.outlay.aggregate.rolling;

import io.outlay.contracts.Measure;
import io.outlay.contracts.Posting;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Postings for tests, in the fewest words. */
final class PostingSamples {
    private PostingSamples() {}

    static String countryName(String code) {
        return "land of " + code;
    }

    /** A guidance posting of Meta (US) on line {@code line}, with low and high 10 below and above the headline. */
    static Posting meta(String line, String day, @Nullable Long headlineUsd) {
        return posting("meta", "US", "*", Measure.GUIDANCE, line, LocalDate.parse(day), headlineUsd, "new");
    }

    static Posting posting(
            String payer,
            String country,
            String destination,
            Measure measure,
            String line,
            LocalDate day,
            @Nullable Long headlineUsd,
            String cause) {
        return new Posting(
                Posting.TYPE,
                line,
                payer,
                payer.toUpperCase(Locale.ROOT),
                country,
                destination,
                measure,
                day,
                headlineUsd == null ? null : headlineUsd - 10,
                headlineUsd,
                headlineUsd == null ? null : headlineUsd + 10,
                headlineUsd,
                headlineUsd,
                headlineUsd,
                "EUR",
                cause);
    }
}
