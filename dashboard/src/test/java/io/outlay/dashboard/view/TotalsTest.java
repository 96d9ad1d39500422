package io.outlay.dashboard.view;

import static io.outlay.dashboard.view.Sample.ACME;
import static io.outlay.dashboard.view.Sample.BOREAL;
import static io.outlay.dashboard.view.Sample.companyTotal;
import static io.outlay.dashboard.view.Sample.countryTotal;
import static io.outlay.dashboard.view.Sample.day;
import static io.outlay.dashboard.view.Sample.posting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.outlay.contracts.Measure;
import io.outlay.contracts.Payer;
import io.outlay.contracts.Posting;
import io.outlay.contracts.RollingTotal;
import io.outlay.contracts.RollingTotal.Basis;
import io.outlay.contracts.RollingWindow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TotalsTest {
    private final LedgerView view = new LedgerView();

    @Test
    void todaysTotalsAreThoseOfTheTopics() {
        put(companyTotal(ACME, Measure.GUIDANCE, RollingWindow.MONTH, "2025-02-01", 5));
        put(companyTotal(BOREAL, Measure.GUIDANCE, RollingWindow.MONTH, "2025-02-01", 7));
        put(companyTotal(BOREAL, Measure.GUIDANCE, RollingWindow.ALL, "2025-02-01", 99));
        assertEquals(List.of("boreal 7", "acme 5"), shown(Dimension.COMPANY, RollingWindow.MONTH, null));
    }

    @Test
    void headquartersAndDestinationAreToldApart() {
        var usPays = countryTotal("US", Basis.HEADQUARTERS, Measure.GUIDANCE, RollingWindow.ALL, "2025-02-01", 5);
        var usGets = countryTotal("US", Basis.DESTINATION, Measure.GUIDANCE, RollingWindow.ALL, "2025-02-01", 3);
        view.putCountryTotal(usPays.key(), usPays);
        view.putCountryTotal(usGets.key(), usGets);
        assertEquals(List.of("US 5"), shown(Dimension.HEADQUARTERS, RollingWindow.ALL, null));
        assertEquals(List.of("US 3"), shown(Dimension.DESTINATION, RollingWindow.ALL, null));
    }

    @Test
    void aWindowHoldsItsLastDayAndNotTheDayBeforeItsFirst() {
        put(posting(ACME, "a", Measure.GUIDANCE, "*", "2025-01-01", 1L));
        put(posting(ACME, "a", Measure.GUIDANCE, "*", "2025-01-08", 10L));
        put(posting(ACME, "a", Measure.GUIDANCE, "*", "2025-01-09", 100L));
        EntityTotal total =
                totals(Dimension.COMPANY, RollingWindow.WEEK, day("2025-01-08")).get(0);
        assertEquals(10, total.headlineUsd());
        assertEquals(1, total.previousHeadlineUsd());
        assertEquals(1, total.commitments());
    }

    @Test
    void aRaiseAndACutShowInWhatWasAddedAndRemoved() {
        put(posting(ACME, "a", Measure.GUIDANCE, "*", "2025-01-01", 60L));
        put(posting(ACME, "b", Measure.GUIDANCE, "*", "2025-01-02", 40L));
        put(posting(ACME, "a", Measure.GUIDANCE, "*", "2025-01-03", -10L));
        EntityTotal total =
                totals(Dimension.COMPANY, RollingWindow.ALL, day("2025-02-01")).get(0);
        assertEquals(
                List.of(90L, 100L, -10L, 2L),
                List.of(total.headlineUsd(), total.addedUsd(), total.removedUsd(), (long) total.commitments()));
    }

    @Test
    void aPostingWithoutARateCountsButMovesNoMoney() {
        put(posting(ACME, "a", Measure.GUIDANCE, "*", "2025-01-01", null));
        EntityTotal total =
                totals(Dimension.COMPANY, RollingWindow.ALL, day("2025-02-01")).get(0);
        assertEquals(0, total.headlineUsd());
        assertEquals(1, total.commitments());
    }

    @Test
    void severalCountriesAreOneEntityAndHaveANameForPeople() {
        put(posting(ACME, "a", Measure.GUIDANCE, "CA;US", "2025-01-01", 1L));
        put(posting(ACME, "b", Measure.GUIDANCE, "*", "2025-01-01", 2L));
        List<String> names = totals(Dimension.DESTINATION, RollingWindow.ALL, day("2025-02-01")).stream()
                .map(EntityTotal::name)
                .toList();
        assertEquals(List.of("unknown", "Canada, United States"), names);
    }

    @Test
    void whatIsAnnouncedHasNoDestination() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new TotalsQuery(Dimension.DESTINATION, Measure.ANNOUNCED, RollingWindow.ALL, null));
        assertThrows(
                IllegalArgumentException.class,
                () -> new TotalsQuery(Dimension.COMPANY, Measure.MEMO, RollingWindow.ALL, null));
    }

    @Property(tries = 200)
    void aTotalIsThePlainSumOfItsPostings(
            @ForAll("postings") Map<String, Posting> postings,
            @ForAll("days") LocalDate asOf,
            @ForAll RollingWindow window) {
        LedgerView filled = new LedgerView();
        postings.forEach(filled::putPosting);
        Map<String, Long> expected = new HashMap<>();
        postings.values().stream()
                .filter(p -> window.contains(p.day(), asOf))
                .forEach(p -> expected.merge(p.payer(), p.headlineUsd(), Long::sum));
        Map<String, Long> found = new HashMap<>();
        filled.totals(new TotalsQuery(Dimension.COMPANY, Measure.GUIDANCE, window, asOf)).stream()
                .filter(total -> total.commitments() > 0)
                .forEach(total -> found.put(total.entity(), total.headlineUsd()));
        assertEquals(expected, found);
    }

    @Property(tries = 100)
    void theOrderInWhichRecordsComeDoesNotMatter(@ForAll("postings") Map<String, Posting> postings, @ForAll long seed) {
        LedgerView inOrder = new LedgerView();
        postings.forEach(inOrder::putPosting);
        LedgerView shuffled = new LedgerView();
        List<String> keys = new ArrayList<>(postings.keySet());
        Collections.shuffle(keys, new Random(seed));
        keys.forEach(key -> shuffled.putPosting(key, postings.get(key)));
        keys.forEach(key -> shuffled.putPosting(key, postings.get(key)));
        var query = new TotalsQuery(Dimension.COMPANY, Measure.GUIDANCE, RollingWindow.YEAR, day("2025-06-01"));
        assertEquals(inOrder.totals(query), shuffled.totals(query));
        keys.forEach(key -> shuffled.putPosting(key, null));
        assertEquals(List.of(), shuffled.totals(query));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 800).map(n -> day("2024-01-01").plusDays(n));
    }

    @Provide
    Arbitrary<Map<String, Posting>> postings() {
        Arbitrary<Payer> payers = Arbitraries.of(ACME, BOREAL);
        Arbitrary<String> lines = Arbitraries.of("x", "y", "z");
        Arbitrary<Long> money = Arbitraries.longs().between(-1_000, 1_000);
        return Combinators.combine(payers, lines, days(), money)
                .as((payer, line, day, usd) ->
                        posting(payer, payer.id() + "." + line, Measure.GUIDANCE, "*", day.toString(), usd))
                .list()
                .ofMaxSize(40)
                .map(list -> {
                    Map<String, Posting> byKey = new HashMap<>();
                    list.forEach(p -> byKey.put(p.key(), p));
                    return byKey;
                });
    }

    private void put(RollingTotal total) {
        view.putCompanyTotal(total.key(), total);
    }

    private void put(Posting posting) {
        view.putPosting(posting.key(), posting);
    }

    private List<EntityTotal> totals(Dimension by, RollingWindow window, LocalDate asOf) {
        return view.totals(new TotalsQuery(by, Measure.GUIDANCE, window, asOf));
    }

    private List<String> shown(Dimension by, RollingWindow window, LocalDate asOf) {
        return totals(by, window, asOf).stream()
                .map(total -> total.entity() + " " + total.headlineUsd())
                .toList();
    }
}
