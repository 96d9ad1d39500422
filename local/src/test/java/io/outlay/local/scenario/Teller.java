package io.outlay.local.scenario;

import io.outlay.contracts.Article;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Tells a scenario's rows as articles: each by 1 to 20, in several phrasings and currencies, on its day and later, with sentences
 * between that mislead. No row's id is told, and no relation but in words.
 */
final class Teller {
    private static final int MOST_ARTICLES = 20;
    private static final String[] SITES = {
        "harbour-post",
        "ledger-daily",
        "north-wire",
        "capital-hour",
        "tech-lantern",
        "market-ferry",
        "data-quay",
        "sunday-bell"
    };

    private final Map<String, Announced> rows;
    private final Random random;
    private final Spoken spoken;
    private final Sentences sentences;

    Teller(Map<String, Announced> rows, Random random) {
        this.rows = rows;
        this.random = random;
        this.spoken = new Spoken(random);
        this.sentences = new Sentences(rows, spoken);
    }

    /** An article, and the row that it tells. */
    record Told(Announced row, Article article) {}

    /** All articles, shuffled, some of them twice. */
    List<Told> tell() {
        List<Told> told = new ArrayList<>();
        for (Announced row : rows.values()) {
            int least = row.period().equals("DISPUTED") ? 2 : 1; // texts differ on it
            int count = least + random.nextInt(MOST_ARTICLES - least + 1);
            for (int i = 0; i < count; i++) {
                told.add(article(row, i));
            }
            Announced whole = rows.get(row.relatedId());
            if (row.relation().equals("part_of") && whole.day().isAfter(row.day())) {
                told.add(partOf(row, whole));
            }
        }
        int once = told.size();
        for (int i = 0; i < once / 5; i++) {
            told.add(told.get(random.nextInt(once)));
        }
        Collections.shuffle(told, random);
        return told;
    }

    private Told article(Announced row, int i) {
        boolean onTheDay = i == 0 || random.nextInt(3) > 0;
        LocalDate published = row.day();
        String lead;
        if (row.isCoarse()) {
            published = row.day().plusDays(1 + random.nextInt(25));
            lead = sentences.dated(row, Spoken.coarseDay(row));
        } else if (onTheDay) {
            lead = sentences.news(row);
        } else {
            published = row.day().plusDays(10 + random.nextInt(200));
            lead = random.nextBoolean()
                    ? sentences.dated(row, "On " + date(row.day()))
                    : sentences.later(row, published);
        }
        return told(row, String.valueOf(i), published, lead);
    }

    private Told told(Announced row, String number, LocalDate published, String lead) {
        List<String> body = new ArrayList<>();
        body.add(lead);
        body.add(sentences.between(row));
        if (random.nextInt(4) == 0) {
            body.add(sentences.trap(row));
        }
        body.add(sentences.end(row));
        String site = SITES[random.nextInt(SITES.length)] + (random.nextInt(3) == 0 ? "-" + number : "");
        String id = row.id().toLowerCase(Locale.ROOT) + "." + number;
        return new Told(
                row,
                new Article(
                        id,
                        "https://" + site + ".example/" + id,
                        row.payer() + ": the news of " + Spoken.month(published),
                        String.join(random.nextBoolean() ? " " : "\n\n", body),
                        published + "T" + (10 + random.nextInt(10)) + ":00:00Z",
                        null,
                        site,
                        "en"));
    }

    /** What was announced before its whole must be told of once as its part. */
    private Told partOf(Announced row, Announced whole) {
        LocalDate published = whole.day().plusDays(random.nextInt(5));
        return told(row, "whole", published, sentences.later(row, published));
    }

    private static String date(LocalDate day) {
        return Spoken.month(day).replace(" ", " " + day.getDayOfMonth() + ", ");
    }

    static BigDecimal total(Announced row, Map<String, Announced> rows) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Announced other : rows.values()) {
            boolean counts = other.id().equals(row.relatedId())
                    || (other.relation().equals("adds_to")
                            && other.relatedId().equals(row.relatedId())
                            && !other.day().isAfter(row.day()));
            sum = counts ? sum.add(other.headline()) : sum;
        }
        return sum;
    }
}
