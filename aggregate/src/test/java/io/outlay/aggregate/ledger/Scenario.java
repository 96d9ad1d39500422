package io.outlay.aggregate.ledger;

import io.outlay.contracts.Amount;
import io.outlay.contracts.AnnouncedOn;
import io.outlay.contracts.Change;
import io.outlay.contracts.ClaimSet;
import io.outlay.contracts.CsvTable;
import io.outlay.contracts.DayBasis;
import io.outlay.contracts.FxRate;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Precision;
import io.outlay.contracts.Qualifier;
import io.outlay.contracts.Status;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A scenario's announcements, told by articles as their words would tell them: a row that supersedes another says {@code raised from},
 * {@code cut from} or {@code an additional …, bringing the total to}, one that is part of another names it. No row's id is told.
 */
final class Scenario {
    private static final Map<String, Measure> MEASURES = Map.of(
            "G", Measure.GUIDANCE,
            "C", Measure.COMMITMENT,
            "P", Measure.PURCHASE,
            "E", Measure.EQUITY,
            "V", Measure.PUBLIC,
            "T", Measure.MEMO);

    private final Map<String, CsvTable.Row> rows = new LinkedHashMap<>();

    private Scenario() {}

    static Scenario read(Path announcements) throws IOException {
        try (Reader in = Files.newBufferedReader(announcements)) {
            return read(announcements.getFileName().toString(), in);
        }
    }

    static Scenario read(String name, Reader announcements) throws IOException {
        Scenario scenario = new Scenario();
        CsvTable.read(name, announcements).rows().forEach(row -> scenario.rows.put(row.need("id"), row));
        return scenario;
    }

    /** A fixed rate for every month, given as dollars for one unit. */
    static List<FxRate> fixedRates(Map<String, String> dollarsPerUnit) {
        List<FxRate> rates = new ArrayList<>();
        dollarsPerUnit.forEach((currency, dollars) -> {
            String perUsd = BigDecimal.ONE
                    .divide(new BigDecimal(dollars), new MathContext(28, RoundingMode.HALF_EVEN))
                    .stripTrailingZeros()
                    .toPlainString();
            for (YearMonth m = YearMonth.of(2015, 1); m.getYear() < 2030; m = m.plusMonths(1)) {
                rates.add(new FxRate(
                        currency,
                        m.toString(),
                        perUsd.substring(0, Math.min(30, perUsd.length())),
                        "fixed for the test"));
            }
        });
        return rates;
    }

    /** Every row told by one article on its day, in the plainest words. */
    List<ClaimSet> toldOnce() {
        List<ClaimSet> articles = new ArrayList<>();
        for (CsvTable.Row row : rows.values()) {
            articles.add(inWords(row, false).on(day(row)).article(articleId(row, 0)));
        }
        return articles;
    }

    /** Every row told by 1 to 20 articles on its day and later, in several phrasings, shuffled, some of them twice. */
    List<ClaimSet> toldByMany(Random random) {
        List<ClaimSet> articles = new ArrayList<>();
        for (CsvTable.Row row : rows.values()) {
            int count = 1 + random.nextInt(20);
            for (int i = 0; i < count; i++) {
                tell(row, i, random, articles);
            }
        }
        int once = articles.size();
        for (int i = 0; i < once / 5; i++) {
            articles.add(articles.get(random.nextInt(once)));
        }
        Collections.shuffle(articles, random);
        return articles;
    }

    private void tell(CsvTable.Row row, int i, Random random, List<ClaimSet> articles) {
        String id = articleId(row, i);
        AnnouncedOn day = day(row);
        if (i == 0 || random.nextInt(3) > 0) {
            Told told = inWords(row, random.nextBoolean()).on(day);
            articles.add(told.article(id));
            if (told.change() == Change.ADDS && row.get("relation").equals("supersedes")) {
                articles.add(total(row).on(day).article(id + ".total"));
            }
            return;
        }
        // told again later: the day of printing, or looking back to the month
        LocalDate later = day.day().plusDays(1 + random.nextInt(200));
        AnnouncedOn printed = new AnnouncedOn(later, Precision.DAY, DayBasis.PUBLISHED);
        AnnouncedOn month = new AnnouncedOn(YearMonth.from(day.day()).atEndOfMonth(), Precision.MONTH, DayBasis.TEXT);
        Told again = random.nextBoolean() || isEvent(row) || row.get("relation").equals("part_of")
                ? inWords(row, false)
                : plain(row).change(Change.RESTATED);
        articles.add(again.on(random.nextBoolean() ? printed : month).article(id));
    }

    private static boolean isEvent(CsvTable.Row row) {
        return row.get("measure").equals("X");
    }

    /** The row as its words would have it. */
    private Told inWords(CsvTable.Row row, boolean otherPhrasing) {
        CsvTable.Row other = rows.get(row.get("related_id"));
        Told plain = plain(row);
        return switch (row.get("relation")) {
            case "supersedes", "replaces" ->
                other == null ? plain : changed(plain, amount(row), amount(other), otherPhrasing && isFirm(other));
            case "adds_to" -> plain.change(Change.ADDS).from(otherPhrasing && other != null ? amount(other) : null);
            case "part_of" -> other == null ? plain : plain.partOf(amount(other));
            case "maybe_part_of" ->
                plain.site() == null ? plain.at(site(row.get("dest_country") + " " + row.get("id"))) : plain;
            case "cancels" -> other == null ? plain : plain(other).change(Change.CANCELLED);
            case "pauses_part", "pauses" -> other == null ? plain : plain(other).change(Change.PAUSED);
            default -> plain;
        };
    }

    private static Told changed(Told told, Amount now, Amount before, boolean otherPhrasing) {
        boolean same = Amounts.sameNumbers(now, before);
        if (same) {
            return told.change(Change.RAISED);
        }
        boolean points = now.low() == now.high() && before.low() == before.high();
        if (points && otherPhrasing && now.headline() > before.headline()) {
            long more = now.headline() - before.headline();
            return told.amount(new Amount(more, more, more, now.currency(), Qualifier.EXACT, null))
                    .change(Change.ADDS);
        }
        boolean up =
                now.headline() > before.headline() || (now.headline() == before.headline() && now.low() > before.low());
        return told.change(up ? Change.RAISED : Change.CUT).from(before);
    }

    private Told total(CsvTable.Row row) {
        return plain(row).change(Change.TOTAL);
    }

    private Told plain(CsvTable.Row row) {
        Measure measure = MEASURES.getOrDefault(row.get("measure"), Measure.MEMO);
        String destination = row.get("dest_country");
        String place = row.get("place");
        String other = row.get("counterparty");
        return Told.by(slug(row.get("company")), row.get("hq_country"))
                .measure(measure)
                .amount(amount(row))
                .period(row.get("period_key"))
                .in(destination.equals("*") ? null : destination)
                .at(place.isEmpty() ? null : site(destination + " " + place))
                .with(other.isEmpty() ? null : slug(other.split(";")[0]))
                .status(status(row.get("status")));
    }

    /** Nobody adds to what was only rumoured. */
    private static boolean isFirm(CsvTable.Row row) {
        return StatusLadder.isFirm(status(row.get("status")));
    }

    private static Status status(String text) {
        return switch (text) {
            case "official" -> Status.OFFICIAL;
            case "loi" -> Status.LETTER_OF_INTENT;
            case "rumour", "unverified" -> Status.RUMOUR;
            default -> Status.REPORTED;
        };
    }

    static Amount amount(CsvTable.Row row) {
        Qualifier qualifier =
                switch (row.get("qualifier")) {
                    case "range" -> Qualifier.RANGE;
                    case "about" -> Qualifier.ABOUT;
                    case "up_to" -> Qualifier.UP_TO;
                    case "more_than", "at_least" -> Qualifier.AT_LEAST;
                    default -> Qualifier.EXACT;
                };
        return new Amount(
                units(row, "amount_low"),
                units(row, "amount_headline"),
                units(row, "amount_high"),
                row.get("currency"),
                qualifier,
                null);
    }

    static AnnouncedOn day(CsvTable.Row row) {
        String text = row.get("date_announced");
        return switch (text.length()) {
            case 4 -> new AnnouncedOn(LocalDate.of(Integer.parseInt(text), 12, 31), Precision.YEAR, DayBasis.TEXT);
            case 7 -> new AnnouncedOn(YearMonth.parse(text).atEndOfMonth(), Precision.MONTH, DayBasis.TEXT);
            default -> new AnnouncedOn(LocalDate.parse(text), Precision.DAY, DayBasis.PUBLISHED);
        };
    }

    private static long units(CsvTable.Row row, String column) {
        return new BigDecimal(row.get(column)).movePointRight(9).longValueExact();
    }

    private static @Nullable String site(String place) {
        return slug(place);
    }

    static String slug(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static String articleId(CsvTable.Row row, int i) {
        return row.need("id").toLowerCase(Locale.ROOT) + "." + i;
    }
}
