package io.outlay.dashboard.view;

import static io.outlay.dashboard.view.Sample.ACME;
import static io.outlay.dashboard.view.Sample.BOREAL;
import static io.outlay.dashboard.view.Sample.commitment;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.contracts.Commitment;
import io.outlay.contracts.CommitmentEvidence;
import io.outlay.contracts.CommitmentState;
import io.outlay.contracts.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommitmentSearchTest {
    private final LedgerView view = new LedgerView();

    @BeforeEach
    void fourCommitments() {
        put(commitment(ACME, "a1", Measure.COMMITMENT, "CA;US", "2025-01-01", 10));
        put(commitment(ACME, "a2", Measure.GUIDANCE, null, "2025-03-01", 30));
        put(commitment(BOREAL, "b1", Measure.COMMITMENT, "CA", "2025-02-01", 20));
        put(commitment(
                BOREAL,
                "b2",
                List.of("b2", "b3"),
                Measure.COMMITMENT,
                "FR",
                CommitmentState.DISPUTED,
                0.9,
                "2024-01-01",
                20));
    }

    @Test
    void sortedWithTiesById() {
        assertEquals(List.of("a2", "b1", "b2", "a1"), ids(all().sort(Sort.AMOUNT)));
        assertEquals(List.of("a2", "b1", "a1", "b2"), ids(all().sort(Sort.NEWEST)));
        assertEquals(List.of("a1", "a2", "b1", "b2"), ids(all().sort(Sort.PAYER)));
    }

    @Test
    void filtersCombine() {
        assertEquals(List.of("b1", "b2"), ids(all().company("boreal")));
        assertEquals(List.of("b1", "a1"), ids(all().destination("CA")));
        assertEquals(List.of("a2"), ids(all().destination("*")));
        assertEquals(List.of("a1"), ids(all().destination("CA").headquarters("US")));
        assertEquals(List.of("a2"), ids(all().measure(Measure.GUIDANCE)));
        assertEquals(List.of("b2"), ids(all().state(CommitmentState.DISPUTED)));
        assertEquals(List.of("b2"), ids(all().doubtful()));
        assertEquals(List.of("b1", "a1"), ids(all().text("  CANADA centre ").destination("CA")));
        assertEquals(List.of(), ids(all().text("nothing of the kind")));
    }

    @Test
    void pagesFollowEachOtherAndHoldWhileTheListChanges() {
        CommitmentPage first = view.commitments(all().limit(2).query());
        assertEquals(List.of("a2", "b1"), ids(first));
        assertEquals(4, first.matching());
        put(commitment(ACME, "a3", Measure.COMMITMENT, "CA", "2025-01-01", 99));
        Place next = Place.ofCursor(first.next().cursor());
        CommitmentPage second = view.commitments(all().limit(2).after(next).query());
        assertEquals(List.of("b2", "a1"), ids(second));
        assertEquals(null, second.next());
    }

    @Test
    void whatIsNoCursorIsRefused() {
        for (String wrong : List.of("", "x", "!!", "YWJj", "MXwy")) {
            assertThrows(IllegalArgumentException.class, () -> Place.ofCursor(wrong), wrong);
        }
    }

    @Test
    void anyFigureFindsItsCommitment() {
        assertEquals(Optional.of("b2"), view.commitment("b3").map(Commitment::id));
        assertEquals(Optional.empty(), view.commitment("b4"));
    }

    @Test
    void aFigureThatMovesIsFoundWhicheverRecordComesFirst() {
        Commitment withoutIt = commitment(BOREAL, "b2", Measure.COMMITMENT, "FR", "2024-01-01", 20);
        Commitment withIt = commitment(
                BOREAL,
                "b1",
                List.of("b1", "b3"),
                Measure.COMMITMENT,
                "CA",
                CommitmentState.LIVE,
                0.9,
                "2025-02-01",
                20);
        put(withIt);
        put(withoutIt);
        assertEquals(Optional.of("b1"), view.commitment("b3").map(Commitment::id));
    }

    @Test
    void whatIsGoneIsFoundNoMore() {
        view.putCommitment("b2", null);
        assertEquals(Optional.empty(), view.commitment("b3"));
        assertEquals(List.of("a2", "b1", "a1"), ids(all()));
    }

    @Test
    void aLowConfidenceIsDoubtful() {
        put(commitment(
                ACME,
                "a4",
                List.of("a4"),
                Measure.COMMITMENT,
                null,
                CommitmentState.LIVE,
                CommitmentEvidence.CONFIDENT - 0.01,
                "2025-01-01",
                1));
        assertTrue(ids(all().doubtful()).contains("a4"));
    }

    private void put(Commitment commitment) {
        view.putCommitment(commitment.key(), commitment);
    }

    private List<String> ids(Asked asked) {
        return ids(view.commitments(asked.query()));
    }

    private static List<String> ids(CommitmentPage page) {
        List<String> ids = new ArrayList<>();
        page.rows().forEach(row -> ids.add(row.id()));
        return ids;
    }

    private static Asked all() {
        return new Asked(new CommitmentQuery(null, null, null, null, null, null, false, Sort.AMOUNT, 100, null));
    }

    /** A question in the making. */
    private record Asked(CommitmentQuery query) {
        Asked company(String company) {
            return with(company, query.headquarters(), query.destination(), query.measure(), query.state());
        }

        Asked headquarters(String country) {
            return with(query.company(), country, query.destination(), query.measure(), query.state());
        }

        Asked destination(String country) {
            return with(query.company(), query.headquarters(), country, query.measure(), query.state());
        }

        Asked measure(Measure measure) {
            return with(query.company(), query.headquarters(), query.destination(), measure, query.state());
        }

        Asked state(CommitmentState state) {
            return with(query.company(), query.headquarters(), query.destination(), query.measure(), state);
        }

        Asked text(String text) {
            return page(text, query.doubtful(), query.sort(), query.limit(), query.after());
        }

        Asked doubtful() {
            return page(query.text(), true, query.sort(), query.limit(), query.after());
        }

        Asked sort(Sort sort) {
            return page(query.text(), query.doubtful(), sort, query.limit(), query.after());
        }

        Asked limit(int limit) {
            return page(query.text(), query.doubtful(), query.sort(), limit, query.after());
        }

        Asked after(Place place) {
            return page(query.text(), query.doubtful(), query.sort(), query.limit(), place);
        }

        private Asked with(
                String company, String headquarters, String destination, Measure measure, CommitmentState state) {
            return new Asked(new CommitmentQuery(
                    company,
                    headquarters,
                    destination,
                    measure,
                    state,
                    query.text(),
                    query.doubtful(),
                    query.sort(),
                    query.limit(),
                    query.after()));
        }

        private Asked page(String text, boolean doubtful, Sort sort, int limit, Place after) {
            return new Asked(new CommitmentQuery(
                    query.company(),
                    query.headquarters(),
                    query.destination(),
                    query.measure(),
                    query.state(),
                    text,
                    doubtful,
                    sort,
                    limit,
                    after));
        }
    }
}
