package io.outlay.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SourceMetricsTest {
    @Test
    void aSourceIsLateOnceItsTimeHasPassed() {
        assertEquals(0, SourceMetrics.lagSeconds(1_000, 999_000));
        assertEquals(2.5, SourceMetrics.lagSeconds(1_000, 1_002_500));
    }

    @Test
    void oneThatIsNotAskedHereIsNotLate() {
        assertEquals(0, SourceMetrics.lagSeconds(0, 1_002_500));
    }
}
