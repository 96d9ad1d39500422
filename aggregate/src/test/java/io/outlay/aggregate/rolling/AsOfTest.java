package io.outlay.aggregate.rolling;

import static io.outlay.aggregate.rolling.PostingSamples.meta;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.outlay.contracts.Posting;
import io.outlay.contracts.PostingHistory;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AsOfTest {
    private static final Posting FIRST = meta("m1", "2025-01-24", 60L);
    private static final Posting CORRECTED = meta("m1", "2025-01-24", 65L);
    private static final Posting RAISE = meta("m1", "2025-04-30", 7L);

    private static final List<PostingHistory> HISTORY = List.of(
            known(RAISE, "2025-05-01"),
            known(CORRECTED, "2025-02-03"),
            known(FIRST, "2025-01-25"),
            known(AsOf.gone(RAISE), "2025-05-09"));

    @Test
    void announcedByADayIsWhatHasADayUpToIt() {
        assertEquals(List.of(FIRST), AsOf.announced(List.of(FIRST, RAISE), LocalDate.parse("2025-04-29")));
        assertEquals(List.of(FIRST, RAISE), AsOf.announced(List.of(FIRST, RAISE), LocalDate.parse("2025-04-30")));
    }

    @Test
    void believedOnADayIsTheLastThatWasKnown() {
        assertEquals(List.of(), believed("2025-01-24"));
        assertEquals(List.of(FIRST), believed("2025-02-02"));
        assertEquals(List.of(CORRECTED), believed("2025-02-03"));
        assertEquals(List.of(CORRECTED, RAISE), believed("2025-05-08"));
    }

    @Test
    void whatIsGoneIsBelievedNoMore() {
        assertEquals(List.of(CORRECTED), believed("2025-05-09"));
    }

    private static List<Posting> believed(String knownOn) {
        return AsOf.believed(HISTORY, LocalDate.parse(knownOn));
    }

    private static PostingHistory known(Posting posting, String knownOn) {
        return new PostingHistory(posting, LocalDate.parse(knownOn));
    }
}
