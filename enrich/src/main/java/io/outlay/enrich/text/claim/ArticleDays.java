package io.outlay.enrich.text.claim;

import io.outlay.contracts.AnnouncedOn;
import io.outlay.contracts.Article;
import io.outlay.contracts.DayBasis;
import io.outlay.contracts.Precision;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The day on which an article came out, as far as it can be believed.
 *
 * @param published the publication day; null when the article gives none, one before 1990, or one over two days after the article
 *     was fetched
 * @param fetched the day on which the article was first fetched, null when unknown
 */
record ArticleDays(@Nullable LocalDate published, @Nullable LocalDate fetched) {
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final int DAYS_OF_GRACE = 2;

    static ArticleDays of(Article article) {
        LocalDate fetched = article.fetchedAt() == null
                ? null
                : article.fetchedAt().atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate published = day(article.publishedAt());
        if (published != null
                && (published.isBefore(EARLIEST)
                        || fetched != null && published.isAfter(fetched.plusDays(DAYS_OF_GRACE)))) {
            published = null;
        }
        return new ArticleDays(published, fetched);
    }

    /** The day of an ISO date or instant; an instant's own offset tells its day. */
    private static @Nullable LocalDate day(@Nullable String text) {
        if (text == null || text.length() < 10) {
            return null;
        }
        try {
            return LocalDate.parse(text.substring(0, 10));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The day from which the words of the text count. */
    @Nullable
    LocalDate today() {
        return published != null ? published : fetched;
    }

    /** When an announcement was made of which the text gives no day. */
    @Nullable
    AnnouncedOn fallback() {
        if (published != null) {
            return new AnnouncedOn(published, Precision.DAY, DayBasis.PUBLISHED);
        }
        return fetched == null ? null : new AnnouncedOn(fetched, Precision.DAY, DayBasis.FETCHED);
    }
}
