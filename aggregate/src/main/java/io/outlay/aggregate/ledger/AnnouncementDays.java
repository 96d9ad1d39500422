package io.outlay.aggregate.ledger;

import io.outlay.contracts.AnnouncedOn;
import io.outlay.contracts.DayBasis;
import io.outlay.contracts.Precision;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * R9: on which day a figure was announced. The day that a text names holds, with one exception: when one article alone dates the
 * announcement more than {@link #FAR_DAYS} days before all others, and {@link #BURST} or more came out with it together as news, then
 * that article is mistaken and its day is theirs.
 */
final class AnnouncementDays {
    private static final int FAR_DAYS = 180;
    private static final int BURST = 3;
    private static final int BURST_DAYS = 7;

    private final @Nullable LocalDate mistaken;
    private final @Nullable LocalDate instead;

    private AnnouncementDays(@Nullable LocalDate mistaken, @Nullable LocalDate instead) {
        this.mistaken = mistaken;
        this.instead = instead;
    }

    static AnnouncementDays of(List<SightingRow> rows) {
        AnnouncementDays trusted = new AnnouncementDays(null, null);
        LocalDate first = null;
        for (SightingRow row : rows) {
            LocalDate day = row.sighting().day();
            first = day != null && (first == null || day.isBefore(first)) ? day : first;
        }
        if (first == null) {
            return trusted;
        }
        int saidBy = 0;
        LocalDate next = null;
        Map<LocalDate, Integer> news = new HashMap<>();
        for (SightingRow row : rows) {
            AnnouncedOn on = row.sighting().on();
            if (on == null) {
                continue;
            }
            if (on.day().equals(first)) {
                saidBy += on.basis() == DayBasis.TEXT ? row.articles() : BURST;
                continue;
            }
            next = next == null || on.day().isBefore(next) ? on.day() : next;
            if (on.precision() == Precision.DAY) {
                news.merge(on.day(), row.articles(), Integer::sum);
            }
        }
        if (saidBy > 1 || next == null || ChronoUnit.DAYS.between(first, next) <= FAR_DAYS) {
            return trusted;
        }
        LocalDate burstEnd = next.plusDays(BURST_DAYS);
        int together = news.entrySet().stream()
                .filter(e -> !e.getKey().isAfter(burstEnd))
                .mapToInt(Map.Entry::getValue)
                .sum();
        return together >= BURST ? new AnnouncementDays(first, next) : trusted;
    }

    @Nullable
    LocalDate of(Sighting sighting) {
        LocalDate day = sighting.day();
        return day != null && day.equals(mistaken) ? instead : day;
    }

    List<String> notes() {
        return mistaken == null ? List.of() : List.of("one article dates it " + mistaken + "; not followed");
    }
}
