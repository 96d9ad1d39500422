package io.outlay.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.ingest.source.Source;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FeedPollerTest {
    private static final long PATIENCE_S = 30;

    @Test
    void goesOnFromPositionToPosition() throws Exception {
        BlockingQueue<String> written = new LinkedBlockingQueue<>();
        try (var poller = new FeedPoller(
                List.of(counting("a"), counting("b")),
                Map.of("a", "7"),
                (source, batch) -> written.add(source.name() + batch.next()))) {
            var seen = new java.util.HashSet<String>();
            while (!seen.containsAll(List.of("a8", "a9", "b1", "b2"))) {
                String next = written.poll(PATIENCE_S, TimeUnit.SECONDS);
                assertTrue(next != null, "saw only " + seen);
                seen.add(next);
            }
            assertTrue(!seen.contains("a1"), seen.toString());
        }
    }

    @Test
    void onceASourceHasAskedForRestItIsLeftAlone() throws Exception {
        BlockingQueue<String> written = new LinkedBlockingQueue<>();
        Source tired = source("tired", position -> new Source.Batch(List.of(), "1", Duration.ofDays(1)));
        try (var poller = new FeedPoller(
                List.of(tired, counting("b")), Map.of(), (source, batch) -> written.add(source.name()))) {
            int tiredWrites = 0;
            for (int i = 0; i < 200; i++) {
                tiredWrites += "tired".equals(written.poll(PATIENCE_S, TimeUnit.SECONDS)) ? 1 : 0;
            }
            assertTrue(tiredWrites <= 1, "asked " + tiredWrites + " times");
        }
    }

    @Test
    void aSourceThatStillRestsIsNotAskedAtAStart() throws Exception {
        CountDownLatch others = new CountDownLatch(20);
        BlockingQueue<String> asked = new LinkedBlockingQueue<>();
        Source resting = new Source() {
            @Override
            public String name() {
                return "resting";
            }

            @Override
            public Duration restAt(String position) {
                return position.equals("7") ? Duration.ofDays(1) : Duration.ZERO;
            }

            @Override
            public Batch poll(String position) {
                asked.add(position);
                return Batch.until("8", List.of());
            }
        };
        try (var poller = new FeedPoller(
                List.of(resting, counting("b")), Map.of("resting", "7"), (source, batch) -> others.countDown())) {
            assertTrue(others.await(PATIENCE_S, TimeUnit.SECONDS));
        }
        assertEquals(List.of(), List.copyOf(asked));
    }

    @Test
    void aSourceThatThrowsStopsNoOther() throws Exception {
        CountDownLatch others = new CountDownLatch(20);
        Source broken = source("broken", position -> {
            throw new IllegalStateException("a fault of ours");
        });
        try (var poller =
                new FeedPoller(List.of(broken, counting("b")), Map.of(), (source, batch) -> others.countDown())) {
            assertTrue(others.await(PATIENCE_S, TimeUnit.SECONDS));
        }
    }

    @Test
    void stopsWhenAnotherInstanceHasTakenOver() throws Exception {
        BlockingQueue<String> written = new LinkedBlockingQueue<>();
        CountDownLatch takenOver = new CountDownLatch(1);
        try (var poller = new FeedPoller(List.of(counting("a")), Map.of(), (source, batch) -> {
            written.add(batch.next());
            if (batch.next().equals("3")) {
                takenOver.countDown();
                throw new FeedPoller.TakenOverException(new IllegalStateException("fenced"));
            }
        })) {
            assertTrue(takenOver.await(PATIENCE_S, TimeUnit.SECONDS));
            poller.close();
            assertEquals(List.of("1", "2", "3"), List.copyOf(written));
        }
    }

    @Test
    void writesOneBatchAtATime() throws Exception {
        CountDownLatch enough = new CountDownLatch(100);
        int[] inside = {0};
        int[] most = {0};
        List<Source> sources = List.of(counting("a"), counting("b"), counting("c"), counting("d"));
        try (var poller = new FeedPoller(sources, Map.of(), (source, batch) -> {
            inside[0]++;
            most[0] = Math.max(most[0], inside[0]);
            inside[0]--;
            enough.countDown();
        })) {
            assertTrue(enough.await(PATIENCE_S, TimeUnit.SECONDS));
        }
        assertEquals(1, most[0]);
    }

    private static Source counting(String name) {
        return source(
                name,
                position -> new Source.Batch(
                        List.of(),
                        Integer.toString(position == null ? 1 : Integer.parseInt(position) + 1),
                        Duration.ZERO));
    }

    private interface Poll {
        Source.Batch poll(String position) throws IOException;
    }

    private static Source source(String name, Poll poll) {
        return new Source() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Batch poll(String position) throws IOException {
                return poll.poll(position);
            }
        };
    }
}
