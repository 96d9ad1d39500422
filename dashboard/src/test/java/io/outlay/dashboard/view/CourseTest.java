package io.outlay.dashboard.view;

import static io.outlay.dashboard.view.Sample.ACME;
import static io.outlay.dashboard.view.Sample.BOREAL;
import static io.outlay.dashboard.view.Sample.day;
import static io.outlay.dashboard.view.Sample.posting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.outlay.contracts.Measure;
import io.outlay.contracts.Posting;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CourseTest {
    private final LedgerView view = new LedgerView();

    @BeforeEach
    void threePostings() {
        put(posting(ACME, "a", Measure.GUIDANCE, "US", "2025-01-30", 100L));
        put(posting(BOREAL, "b", Measure.GUIDANCE, "CA", "2025-02-02", 30L));
        put(posting(ACME, "a", Measure.GUIDANCE, "US", "2025-03-10", -20L));
    }

    @Test
    void stockAndNetByMonthTheLastOneCutAtItsLastDay() {
        assertEquals(
                List.of("all 2025-01-31 100 +100", "all 2025-02-28 130 +30", "all 2025-03-15 110 +-20"),
                shown(query(null, 0, Step.MONTH, null, "2025-03-15")));
    }

    @Test
    void weeksEndOnSundayAndLeaveNoGap() {
        assertEquals(
                List.of("all 2025-02-02 130 +130", "all 2025-02-09 130 +0", "all 2025-02-10 130 +0"),
                shown(query(null, 0, Step.WEEK, null, "2025-02-10")));
    }

    @Test
    void whatCameBeforeTheFirstDayIsInTheStock() {
        assertEquals(
                List.of("all 2025-02-28 130 +30", "all 2025-03-15 110 +-20"),
                shown(query(null, 0, Step.MONTH, "2025-02-15", "2025-03-15")));
    }

    @Test
    void theGreatestHaveStrandsOfTheirOwn() {
        assertEquals(
                List.of("Acme 2025-03-31 80 +80", "Boreal 2025-03-31 30 +30"),
                lastOf(query(null, 2, Step.MONTH, null, "2025-03-31")));
        assertEquals(
                List.of("Acme 2025-03-31 80 +80", "all others 2025-03-31 30 +30"),
                lastOf(query(null, 1, Step.MONTH, null, "2025-03-31")));
    }

    @Test
    void oneEntityAlone() {
        assertEquals(
                List.of("all 2025-02-28 30 +30", "all 2025-03-31 30 +0"),
                shown(query("boreal", 0, Step.MONTH, "2025-02-01", "2025-03-31")));
    }

    @Test
    void nothingIsAnEmptyCourseAndNoFailure() {
        assertEquals(List.of("all 2024-01-01 0 +0"), shown(query("nobody", 0, Step.DAY, null, "2024-01-01")));
        assertEquals(List.of(), shown(query(null, 0, Step.DAY, "2025-01-02", "2025-01-01")));
    }

    @Test
    void tooManyPointsAreRefused() {
        var query = query(null, 0, Step.DAY, "0001-01-01", "2025-01-01");
        assertThrows(IllegalArgumentException.class, () -> view.series(query));
    }

    private void put(Posting posting) {
        view.putPosting(posting.key(), posting);
    }

    private static SeriesQuery query(String entity, int strands, Step step, String from, String to) {
        return new SeriesQuery(
                Measure.GUIDANCE,
                Dimension.COMPANY,
                new Filter(entity, null, null),
                strands,
                step,
                from == null ? null : day(from),
                day(to));
    }

    private List<String> shown(SeriesQuery query) {
        return view.series(query).stream()
                .flatMap(strand -> strand.points().stream().map(point -> line(strand, point)))
                .toList();
    }

    /** Of each strand its whole course in one: net is the sum of all nets. */
    private List<String> lastOf(SeriesQuery query) {
        return view.series(query).stream()
                .map(strand -> {
                    var last = strand.points().get(strand.points().size() - 1);
                    long net = strand.points().stream()
                            .mapToLong(point -> point.net().headline())
                            .sum();
                    return strand.name() + " " + last.day() + " " + last.stock().headline() + " +" + net;
                })
                .toList();
    }

    private static String line(Strand strand, Strand.Point point) {
        return strand.name() + " " + point.day() + " " + point.stock().headline() + " +"
                + point.net().headline();
    }
}
