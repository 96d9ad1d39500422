package io.outlay.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TopicTest {
    /** Fifty articles of two years once made 4,399 files: brokers begin a new one where event times lie a week apart. */
    @Test
    void aTopicWithEventTimesBeginsNewFilesBySizeAlone() {
        for (Topic<?> topic : Topics.all()) {
            String rollsAfterMs = topic.settings().get("segment.ms");
            assertEquals(topic.compacted() ? "3153600000000" : null, rollsAfterMs, topic.name());
        }
    }
}
