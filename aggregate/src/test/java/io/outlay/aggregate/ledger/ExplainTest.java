package io.outlay.aggregate.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.outlay.aggregate.ledger.Explanation.Kind;
import io.outlay.aggregate.ledger.Explanation.Part;
import io.outlay.aggregate.ledger.Explanation.Stocks;
import io.outlay.aggregate.ledger.Explanation.Subject;
import io.outlay.aggregate.ledger.Explanation.Sum;
import io.outlay.contracts.Band;
import io.outlay.contracts.Change;
import io.outlay.contracts.CommitmentEvidence;
import io.outlay.contracts.Correction;
import io.outlay.contracts.Correction.Action;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Payer;
import io.outlay.contracts.PayerKind;
import io.outlay.contracts.Posting;
import io.outlay.contracts.RollingTotal;
import io.outlay.contracts.RollingWindow;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExplainTest {
    private static final LocalDate END = LocalDate.parse("2025-12-31");
    private static final Told ACME = Told.by("acme", "US").guidance("CY2025");
    private static final LedgerFold FOLD = Ledgers.of(
            ACME.bn(60).on("2025-01-24"),
            ACME.bn(65).change(Change.RAISED).from(60).on("2025-04-24"),
            ACME.bn(6.5).on("2025-05-01"),
            Told.by("acme", "US").in("FR").bn(90).on("2025-06-01"),
            Told.by("bolt", "US").in("IN").bn(4).on("2025-12-20"));

    private static Explanation explain(Kind kind, String id, @Nullable Measure measure, RollingWindow window) {
        return Explain.of(new Subject(kind, id, id), measure, null, FOLD, END, window);
    }

    @Test
    void everySumIsThatOfItsPartsAndOfTheirPostingsAndTheTotalOfTheTopic() {
        List<RollingTotal> totals = FOLD.totals(END, code -> code);
        int compared = 0;
        for (RollingTotal total : totals) {
            Kind kind = total.dimension() == RollingTotal.Dimension.COMPANY ? Kind.PAYER : Kind.COUNTRY;
            Explanation e = explain(kind, total.entity(), total.measure(), total.window());
            for (Sum sum : e.sums()) {
                assertEquals(sum.usd(), sum.parts().stream().map(Part::usd).reduce(Band.ZERO, Band::plus));
                for (Part part : sum.parts()) {
                    assertEquals(part.usd(), sum(part.postings()), part.line());
                }
                if (sum.measure() == total.measure() && sum.basis() == total.basis()) {
                    assertEquals(
                            new Band(total.lowUsd(), total.headlineUsd(), total.highUsd()), sum.usd(), total.key());
                    compared++;
                }
            }
        }
        assertEquals(totals.stream().filter(t -> t.commitments() > 0).count(), compared);
    }

    private static Band sum(List<Posting> postings) {
        return postings.stream()
                .map(p -> new Band(
                        Objects.requireNonNull(p.lowUsd()),
                        Objects.requireNonNull(p.headlineUsd()),
                        Objects.requireNonNull(p.highUsd())))
                .reduce(Band.ZERO, Band::plus);
    }

    @Test
    void announcedNamesWhatItIsDerivedFrom() {
        Sum announced =
                explain(Kind.PAYER, "acme", null, RollingWindow.ALL).sums().get(0);
        assertEquals(Measure.ANNOUNCED, announced.measure());
        Stocks from = Objects.requireNonNull(announced.parts().get(0).derivedFrom());
        assertEquals(65_000_000_000L, from.guidance().headline());
        assertEquals(90_000_000_000L, from.commitment().headline());
        assertEquals(announced.usd(), Announced.stock(from.guidance(), from.commitment(), from.publicMoney()));
        assertNull(explain(Kind.PAYER, "acme", null, RollingWindow.YEAR)
                .sums()
                .get(0)
                .parts()
                .get(0)
                .derivedFrom());
    }

    @Test
    void whatIsDisputedStandsAmongThePartsWithNothingAndWhy() {
        Sum guidance = explain(Kind.PAYER, "acme", Measure.GUIDANCE, RollingWindow.ALL)
                .sums()
                .get(0);
        Part disputed = guidance.parts().get(1);
        assertEquals(ACME.bn(6.5).figure(), disputed.line());
        assertEquals(Band.ZERO, disputed.usd());
        assertEquals("disputed: a slip of a factor 10 from " + ACME.bn(65).figure(), disputed.why());
    }

    @Test
    void aCommitmentAloneAndWhatWasAnnouncedByADay() {
        String id = ACME.bn(60).figure();
        Explanation e = Explain.of(
                new Subject(Kind.COMMITMENT, id, "acme"),
                null,
                null,
                FOLD,
                LocalDate.parse("2025-03-01"),
                RollingWindow.ALL);
        assertEquals(1, e.sums().size());
        assertEquals(60_000_000_000L, e.sums().get(0).usd().headline());
        assertEquals(1, e.commitments().get(0).revisions().size(), "the raise had not come");
    }

    @Test
    void nothingStandsBehindNobody() {
        Explanation e = explain(Kind.PAYER, "nobody", null, RollingWindow.ALL);
        assertEquals(List.of(), e.sums());
        assertEquals(List.of(), e.commitments());
    }

    @Test
    void aConsortiumAndItsMembersCarryANote() {
        Payer club = new Payer("club", "The Club", "US", PayerKind.CONSORTIUM, List.of("acme", "absent"));
        LedgerFold fold = Ledgers.of(
                Told.by(club).in("US").bn(100).on("2025-01-01"),
                Told.by("acme", "US").in("FR").bn(90).on("2025-06-01"),
                Told.by("bolt", "US").in("IN").bn(4).on("2025-06-01"));
        for (String touched : List.of("club", "acme")) {
            assertEquals(
                    List.of("acme is a member of The Club and stands here with money of its own: "
                            + "what is meant for The Club may stand under both"),
                    notes(fold, touched));
        }
        assertEquals(List.of(), notes(fold, "bolt"));
    }

    private static List<String> notes(LedgerFold fold, String payer) {
        return Explain.of(new Subject(Kind.PAYER, payer, payer), null, null, fold, END, RollingWindow.ALL)
                .notes();
    }

    @Test
    void whatIsDisputedIsUpForReviewWithTheCorrectionsThatWouldSettleIt() {
        List<Review.Item> items = Review.of(FOLD.commitments(), CommitmentEvidence.CONFIDENT);
        assertEquals(1, items.size());
        Review.Item item = items.get(0);
        String doubted = ACME.bn(6.5).figure();
        assertEquals(doubted, item.commitment());
        assertEquals("disputed: a slip of a factor 10 from " + ACME.bn(65).figure(), item.why());
        assertEquals(
                List.of(
                        new Review.Fix("it is right as it stands", Action.SET, doubted, "amount", "6500000000"),
                        new Review.Fix(
                                "it means " + ACME.bn(65).figure(), Action.SET, doubted, "amount", "65000000000"),
                        new Review.Fix("it is wrong altogether", Action.REJECT, doubted, null, null)),
                item.fixes());
    }

    @Test
    void whatNoSentenceSaysClearlyIsUpForReviewUntilAnAnalystHasSpoken() {
        List<Review.Item> items = Review.of(FOLD.commitments(), 1.01);
        Review.Item item = items.stream()
                .filter(i ->
                        i.doubt() == Review.Doubt.LOW_CONFIDENCE && i.payer().equals("bolt"))
                .findFirst()
                .orElseThrow();
        assertNotNull(item.quote());
        Review.Fix right = item.fixes().get(0);
        assertEquals("status", right.field());
        LedgerFold after = Ledgers.of(
                List.of(new Correction(
                        "c1",
                        right.action(),
                        null,
                        new Correction.Target(null, right.target(), null, null, null),
                        right.field(),
                        right.value(),
                        null,
                        "Ann",
                        "read it",
                        null)),
                Told.by("bolt", "US").in("IN").bn(4).on("2025-12-20"));
        assertFalse(
                Review.of(after.commitments(), 1.01).stream().anyMatch(i -> i.doubt() == Review.Doubt.LOW_CONFIDENCE));
    }
}
