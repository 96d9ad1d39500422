package io.outlay.aggregate.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.contracts.Amount;
import io.outlay.contracts.AnnouncedOn;
import io.outlay.contracts.Band;
import io.outlay.contracts.Change;
import io.outlay.contracts.ClaimSet;
import io.outlay.contracts.Commitment;
import io.outlay.contracts.Correction;
import io.outlay.contracts.Correction.Action;
import io.outlay.contracts.Correction.Target;
import io.outlay.contracts.DayBasis;
import io.outlay.contracts.EnrichedArticle;
import io.outlay.contracts.Json;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Posting;
import io.outlay.contracts.Precision;
import io.outlay.contracts.Qualifier;
import io.outlay.contracts.Revision;
import io.outlay.contracts.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What must hold of every set of claims, however wild: at least 50 random claims of 5 payers, full of near misses. */
class LedgerLawsTest {
    private static final int TRIES = 150;

    @Property(tries = TRIES)
    void neitherOrderNorDuplicatesMatter(@ForAll long seed) {
        List<ClaimSet> told = random(seed);
        String once = json(told);
        List<EnrichedArticle> again = new ArrayList<>();
        told.forEach(set -> again.add(article(set)));
        again.addAll(again.subList(0, again.size() / 2));
        Collections.shuffle(again, new Random(~seed));
        assertEquals(once, Json.string(LedgerFold.of(again, List.of(), Ledgers.RATES)));
    }

    private static EnrichedArticle article(ClaimSet s) {
        return new EnrichedArticle(
                s.articleId(),
                s.url(),
                s.title(),
                s.source(),
                "en",
                s.publishedAt(),
                s.rulesVersion(),
                s.bands(),
                List.of(),
                s.claims());
    }

    @Property(tries = TRIES)
    void theSumOfALinesPostingsIsWhatCountsOfIt(@ForAll long seed) {
        LedgerFold fold = fold(random(seed));
        Map<String, TreeMap<LocalDate, Band>> changes = new TreeMap<>();
        for (Posting p : fold.postings()) {
            changes.computeIfAbsent(p.line(), line -> new TreeMap<>()).put(p.day(), usd(p));
        }
        for (Commitment c : fold.commitments()) {
            for (Revision r : c.revisions()) {
                if (r.day() == null) {
                    continue;
                }
                Band sum = Band.ZERO;
                for (Band change : changes.getOrDefault(c.id(), new TreeMap<>())
                        .headMap(r.day(), true)
                        .values()) {
                    sum = sum.plus(change);
                }
                assertEquals(
                        r.counted() == null ? Band.ZERO : r.counted(),
                        sum,
                        () -> "on " + r.day() + " of " + Json.string(c));
            }
        }
    }

    @Property(tries = TRIES)
    void theBandIsInOrderForRevisionsAndStocks(@ForAll long seed) {
        LedgerFold fold = fold(random(seed));
        for (Commitment c : fold.commitments()) {
            for (Revision r : c.revisions()) {
                assertInOrder(r.usd());
                assertInOrder(r.counted());
            }
        }
        Map<String, Band> stocks = new TreeMap<>();
        for (List<Posting> day : byDay(fold).values()) {
            day.forEach(p -> stocks.merge(p.payer() + " " + p.measure(), usd(p), Band::plus));
            stocks.values().forEach(LedgerLawsTest::assertInOrder);
        }
    }

    @Property(tries = TRIES)
    void announcedFollowsFromTheMeasuresOnEveryDay(@ForAll long seed) {
        LedgerFold fold = fold(random(seed));
        Map<String, Map<Measure, Band>> stocks = new TreeMap<>();
        for (List<Posting> day : byDay(fold).values()) {
            for (Posting p : day) {
                stocks.computeIfAbsent(p.payer(), payer -> new EnumMap<>(Measure.class))
                        .merge(p.measure(), usd(p), Band::plus);
            }
            stocks.forEach((payer, of) -> {
                Band g = of.getOrDefault(Measure.GUIDANCE, Band.ZERO);
                Band c = of.getOrDefault(Measure.COMMITMENT, Band.ZERO);
                Band v = of.getOrDefault(Measure.PUBLIC, Band.ZERO);
                Band expected = new Band(
                        Math.max(g.low(), c.low()) + v.low(),
                        Math.max(g.headline(), c.headline()) + v.headline(),
                        g.high() + c.high() + v.high());
                assertEquals(expected, of.getOrDefault(Measure.ANNOUNCED, Band.ZERO));
            });
        }
    }

    @Property(tries = TRIES)
    void payersAreIslands(@ForAll long seed) {
        List<ClaimSet> told = random(seed);
        LedgerFold all = fold(told);
        for (String payer : List.of("p0", "p3")) {
            LedgerFold alone =
                    fold(told.stream().filter(s -> s.payer().id().equals(payer)).toList());
            assertEquals(
                    Json.string(alone.postings()),
                    Json.string(all.postings().stream()
                            .filter(p -> p.payer().equals(payer))
                            .toList()));
            assertEquals(
                    Json.string(alone.commitments()),
                    Json.string(all.commitments().stream()
                            .filter(c -> c.payer().id().equals(payer))
                            .toList()));
        }
    }

    @Property(tries = TRIES)
    void everyCorrectionRevokedLeavesNoTrace(@ForAll long seed) {
        List<ClaimSet> told = random(seed);
        LedgerFold before = fold(told);
        List<Correction> corrections = corrections(before, told, new Random(seed));
        List<Correction> revoked = new ArrayList<>(corrections);
        for (Correction c : corrections) {
            revoked.add(new Correction(
                    "undo." + c.id(), Action.REVOKE, c.payer(), null, null, null, c.id(), "ann", "mistaken", c.at()));
        }
        Collections.shuffle(revoked, new Random(seed));
        assertEquals(Json.string(before), Json.string(LedgerFold.ofClaims(told, revoked, Ledgers.RATES)));
    }

    @Property(tries = TRIES)
    void correctionsKeepTheLaws(@ForAll long seed) {
        List<ClaimSet> told = random(seed);
        List<Correction> corrections = corrections(fold(told), told, new Random(seed));
        LedgerFold one = LedgerFold.ofClaims(told, corrections, Ledgers.RATES);
        Collections.shuffle(corrections, new Random(seed));
        assertEquals(Json.string(one), Json.string(LedgerFold.ofClaims(told, corrections, Ledgers.RATES)));
        one.commitments().forEach(c -> c.revisions().forEach(r -> assertInOrder(r.counted())));
    }

    @Property(tries = TRIES)
    void mergedThenSplitIsAsBefore(@ForAll long seed) {
        List<ClaimSet> told = random(seed);
        LedgerFold before = fold(told);
        List<Commitment> two = before.commitments().stream()
                .filter(c -> c.payer().id().equals("p1") && c.measure() == Measure.COMMITMENT)
                .limit(2)
                .toList();
        if (two.size() < 2) {
            return;
        }
        Target first = new Target(null, two.get(0).id(), null, null, null);
        Correction merge = new Correction(
                "m", Action.MERGE, "p1", first, null, null, two.get(1).id(), "ann", "one plan", at(1));
        Correction split =
                new Correction("s", Action.SPLIT, "p1", first, null, null, null, "ann", "two after all", at(2));
        LedgerFold merged = LedgerFold.ofClaims(told, List.of(merge), Ledgers.RATES);
        assertTrue(merged.commitments().stream()
                .anyMatch(c -> c.figures().containsAll(two.get(0).figures())
                        && c.figures().containsAll(two.get(1).figures())));
        LedgerFold after = LedgerFold.ofClaims(told, List.of(split, merge), Ledgers.RATES);
        assertEquals(Json.string(before.postings()), Json.string(after.postings()));
    }

    private static List<Correction> corrections(LedgerFold fold, List<ClaimSet> told, Random random) {
        List<Correction> corrections = new ArrayList<>();
        List<Commitment> all = fold.commitments();
        for (int i = 0; i < 6; i++) {
            Commitment c = all.get(random.nextInt(all.size()));
            Commitment other = all.get(random.nextInt(all.size()));
            ClaimSet article = told.get(random.nextInt(told.size()));
            String payer = c.payer().id();
            Target commitment = new Target(null, c.id(), null, null, null);
            Target figure = new Target(c.figures().get(0), null, null, null, null);
            Target claim = new Target(null, null, article.articleId(), null, null);
            corrections.add(
                    switch (random.nextInt(7)) {
                        case 0 ->
                            new Correction(
                                    "c" + i, Action.REJECT, payer, commitment, null, null, null, "ann", "wrong", at(i));
                        case 1 ->
                            new Correction(
                                    "c" + i,
                                    Action.REJECT,
                                    article.payer().id(),
                                    claim,
                                    null,
                                    null,
                                    null,
                                    "ann",
                                    "wrong",
                                    at(i));
                        case 2 ->
                            new Correction(
                                    "c" + i,
                                    Action.SET,
                                    payer,
                                    figure,
                                    "amount",
                                    "7000000000",
                                    null,
                                    "ann",
                                    "misread",
                                    at(i));
                        case 3 ->
                            new Correction(
                                    "c" + i,
                                    Action.SET,
                                    payer,
                                    commitment,
                                    "destination",
                                    "SE",
                                    null,
                                    "ann",
                                    "misread",
                                    at(i));
                        case 4 ->
                            new Correction(
                                    "c" + i,
                                    Action.MERGE,
                                    payer,
                                    commitment,
                                    null,
                                    null,
                                    other.id(),
                                    "ann",
                                    "one plan",
                                    at(i));
                        case 5 ->
                            new Correction(
                                    "c" + i, Action.SPLIT, payer, figure, null, null, null, "ann", "two plans", at(i));
                        default ->
                            new Correction(
                                    "c" + i,
                                    Action.MOVE,
                                    payer,
                                    figure,
                                    null,
                                    null,
                                    "p9",
                                    "ann",
                                    "another pays",
                                    at(i));
                    });
        }
        return corrections;
    }

    private static Instant at(int i) {
        return Instant.ofEpochSecond(1_800_000_000L + i);
    }

    private static Map<LocalDate, List<Posting>> byDay(LedgerFold fold) {
        TreeMap<LocalDate, List<Posting>> days = new TreeMap<>();
        fold.postings().forEach(p -> days.computeIfAbsent(p.day(), day -> new ArrayList<>())
                .add(p));
        return days;
    }

    private static Band usd(Posting p) {
        return p.headlineUsd() == null ? Band.ZERO : new Band(p.lowUsd(), p.headlineUsd(), p.highUsd());
    }

    private static void assertInOrder(Band band) {
        if (band != null) {
            assertTrue(
                    band.low() <= band.headline() && band.headline() <= band.high(),
                    () -> "low ≤ headline ≤ high, not " + band);
        }
    }

    private static LedgerFold fold(List<ClaimSet> told) {
        return LedgerFold.ofClaims(told, List.of(), Ledgers.RATES);
    }

    private static String json(List<ClaimSet> told) {
        return Json.string(fold(told));
    }

    // --- wild claims ---

    private static final double[] SIZES = {1, 1.02, 1.5, 3, 10, 10.2, 15, 50, 51, 53, 100, 500, 0.5};
    private static final String[] CURRENCIES = {"USD", "USD", "USD", "EUR", "CNY", "XTS"};
    private static final String[] PERIODS = {
        "", "", "CY2025", "CY2026", "CY2025Q3", "2025-2028", "2025-2029", "2026-2030", "2025+", "DISPUTED"
    };
    private static final String[] PLACES = {null, null, "US", "FR", "IN", "SA;US"};
    private static final String[] SITES = {null, null, null, "us-tx", "us-tx-abilene", "us-oh"};
    private static final Measure[] MEASURES = {
        Measure.GUIDANCE,
        Measure.COMMITMENT,
        Measure.PURCHASE,
        Measure.PUBLIC,
        Measure.EQUITY,
        Measure.ACTUAL,
        Measure.MEMO
    };
    private static final String[] PARTNERS = {null, null, "cloudco", "chipco"};

    static List<ClaimSet> random(long seed) {
        Random r = new Random(seed);
        int count = 50 + r.nextInt(60);
        List<ClaimSet> told = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Amount amount = amount(r);
            Told t = Told.by("p" + r.nextInt(5), r.nextBoolean() ? "US" : "FR")
                    .measure(pick(MEASURES, r))
                    .amount(amount)
                    .period(pick(PERIODS, r))
                    .in(pick(PLACES, r))
                    .at(pick(SITES, r))
                    .with(pick(PARTNERS, r))
                    .status(r.nextBoolean() ? Status.OFFICIAL : pick(Status.values(), r))
                    .change(r.nextBoolean() ? Change.NEW : pick(Change.values(), r))
                    .from(r.nextInt(4) == 0 ? amount(r) : null)
                    .partOf(r.nextInt(8) == 0 ? amount(r) : null)
                    .on(day(r))
                    .source("site" + r.nextInt(20) + ".example")
                    .bands(r.nextInt(5) == 0 ? new String[] {"b" + r.nextInt(4)} : new String[0]);
            told.add(t.article("a" + i));
        }
        return told;
    }

    private static AnnouncedOn day(Random r) {
        if (r.nextInt(15) == 0) {
            return null;
        }
        LocalDate day = LocalDate.parse("2024-06-01").plusDays(r.nextInt(40) * 18L);
        boolean coarse = r.nextInt(8) == 0;
        return new AnnouncedOn(
                day, coarse ? Precision.MONTH : Precision.DAY, coarse ? DayBasis.TEXT : DayBasis.PUBLISHED);
    }

    private static Amount amount(Random r) {
        double high = SIZES[r.nextInt(SIZES.length)];
        String currency = pick(CURRENCIES, r);
        return switch (r.nextInt(6)) {
            case 0 -> Told.billions(high * 0.9, high, high, currency, Qualifier.RANGE);
            case 1 -> Told.billions(0, high, high, currency, Qualifier.UP_TO);
            case 2 -> Told.billions(high / 5, high / 5, high, currency, Qualifier.VAGUE);
            default -> Told.billions(high, high, high, currency, Qualifier.EXACT);
        };
    }

    private static <T> T pick(T[] from, Random r) {
        return from[r.nextInt(from.length)];
    }
}
