package io.outlay.local.cli;

import io.outlay.contracts.EnrichedArticle;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/** The last announcement or publication day of some articles: the day as of which samples are looked at. */
final class LastDay {
    private static final int EARLIEST_YEAR = 1990;
    private static final int DAYS_AHEAD = 2;

    private LastDay() {}

    /**
     * @param announced the last day of any commitment
     * @return today when nothing has a day
     */
    static LocalDate of(Collection<EnrichedArticle> articles, Optional<LocalDate> announced) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return Stream.concat(
                        announced.stream(), articles.stream().flatMap(a -> published(a, today.plusDays(DAYS_AHEAD))))
                .max(LocalDate::compareTo)
                .orElse(today);
    }

    /** A publication date that cannot be is none. */
    private static Stream<LocalDate> published(EnrichedArticle article, LocalDate latest) {
        String text = article.publishedAt();
        if (text == null || text.length() < 10) {
            return Stream.empty();
        }
        try {
            LocalDate day = LocalDate.parse(text.substring(0, 10));
            return day.getYear() < EARLIEST_YEAR || day.isAfter(latest) ? Stream.empty() : Stream.of(day);
        } catch (DateTimeParseException e) {
            return Stream.empty();
        }
    }
}
