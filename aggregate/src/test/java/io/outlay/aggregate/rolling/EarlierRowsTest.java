package io.outlay.aggregate.rolling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.outlay.aggregate.rolling.RunningTotals.Published;
import io.outlay.aggregate.rolling.RunningTotals.Rolled;
import io.outlay.contracts.Json;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Posting;
import io.outlay.contracts.RollingTotal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A store that 0.1.0 left in the middle of a day's roll: half of its totals are of the day, the others of the day before. */
class EarlierRowsTest {
    private static final LocalDate DAY = LocalDate.parse("2025-05-08");
    private static final int PAYERS = 40;

    private final Map<String, MapRows> kinds = new HashMap<>();
    private final TreeMap<String, RollingTotal> published = new TreeMap<>();
    private final List<Posting> postings = new ArrayList<>();

    @BeforeEach
    void leaveARollHalfDone() {
        for (int payer = 0; payer < PAYERS; payer++) {
            for (int back = 0; back < 4; back++) {
                postings.add(PostingSamples.posting(
                        "payer" + payer,
                        "US",
                        "*",
                        Measure.GUIDANCE,
                        "line" + payer + "-" + back % 2,
                        DAY.minusDays(7L * back),
                        100L + payer,
                        "new"));
            }
        }
        RollingTotals.of(postings, DAY.minusDays(1), PostingSamples::countryName)
                .forEach(total -> published.put(total.key(), total));
        RollingTotals.of(postings, DAY, PostingSamples::countryName).stream()
                .filter(total -> total.entity().compareTo("payer2") < 0)
                .forEach(total -> published.put(total.key(), total));
        published.forEach((key, total) -> rows("total|").put(key, Json.string(total)));
        for (Posting posting : postings) {
            for (Series series : Series.of(posting)) {
                SeriesPosting value = SeriesPosting.of(posting);
                rows("day|").put(series.key() + "|" + value.day() + "|" + value.line(), Json.string(value));
                rows("line|").put(series.key() + "|" + value.line() + "|" + value.day(), "");
                rows("agenda|").put(value.day().plusDays(30) + "|" + series.key() + "|30d", "1,1,1,1,0,0,0,1");
            }
        }
        rows("roll|").put("roll-day", DAY + " " + DAY + "|payer19|GUIDANCE|7d");
    }

    private MapRows rows(String kind) {
        return kinds.computeIfAbsent(kind, k -> new MapRows());
    }

    private RunningTotals started() {
        return new RunningTotals(RunningTotals.Stores.of(this::rows), PostingSamples::countryName);
    }

    @Test
    void theStepsOfTheRollTakeItOverAndMakeUpWhatWasNotRolled() {
        takeAll(DAY);
        assertTakenOver(DAY);
    }

    @Test
    void newsOfASeriesTakesItOverFirst() {
        Posting raised = PostingSamples.posting("payer9", "US", "*", Measure.GUIDANCE, "line9-0", DAY, 500L, "raised");
        Series series = Series.of(raised).get(0);
        postings.removeIf(
                posting -> posting.key().equals(raised.key()) && posting.payer().equals("payer9"));
        postings.add(raised);
        RunningTotals totals = started();
        for (Series one : Series.of(raised)) {
            var change = new SeriesChange.Change("line9-0", DAY, SeriesPosting.of(raised));
            List<Published> news = totals.post(new SeriesChange(one, List.of(change)), DAY);
            news.forEach(this::take);
        }
        assertEquals(500, published.get(series.key() + "|7d").headlineUsd());
        takeAll(DAY.plusDays(1));
        assertTakenOver(DAY.plusDays(1));
    }

    private void takeAll(LocalDate today) {
        Rolled rolled;
        do {
            rolled = started().roll(today, 20);
            rolled.published().forEach(this::take);
        } while (rolled.more());
    }

    private void take(Published total) {
        if (total.now() == null) {
            published.remove(total.key());
        } else {
            published.put(total.key(), total.now());
        }
    }

    private void assertTakenOver(LocalDate asOf) {
        TreeMap<String, RollingTotal> expected = new TreeMap<>();
        RollingTotals.of(postings, asOf, PostingSamples::countryName)
                .forEach(total -> expected.put(total.key(), total));
        assertEquals(expected, published);
        for (String kind : List.of("day|", "line|", "agenda|", "total|")) {
            assertEquals(Map.of(), rows(kind).rows, () -> "left: " + kind);
        }
    }
}
