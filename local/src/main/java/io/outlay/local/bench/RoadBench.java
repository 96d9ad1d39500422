package io.outlay.local.bench;

import io.outlay.aggregate.AggregateMain;
import io.outlay.contracts.Article;
import io.outlay.contracts.Json;
import io.outlay.contracts.RawArticle;
import io.outlay.contracts.Topic;
import io.outlay.contracts.Topics;
import io.outlay.enrich.EnrichMain;
import io.outlay.ingest.IngestMain;
import io.outlay.local.bench.BenchKafka.Message;
import io.outlay.local.bench.BenchReport.Ratio;
import io.outlay.local.bench.BenchReport.Row;
import io.outlay.local.road.RoadEnd;
import io.outlay.local.road.Services;
import io.outlay.service.RunningService;
import io.outlay.service.Service;
import io.outlay.service.ServiceSettings;
import io.outlay.service.StreamsSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;

/**
 * The whole road in this process on one broker process, general news in and totals out: beside three services that pass the same records
 * on from topic to topic, at exactly-once. Both are fed as fast as they can be; then the road at half of its speed, for how long an article
 * takes to the totals that it changes.
 */
final class RoadBench implements Bench {
    private static final int ARTICLES = 4_000;

    /** One article in so many speaks of AI spending, and moves totals. */
    private static final int ONE_IN = 20;

    private static final int HOPS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Half load lasts for so many of the options' seconds. */
    private static final int LATENCY_FOR = 15;

    private int articlesMade;

    @Override
    public String name() {
        return "road";
    }

    @Override
    public String what() {
        return "articles in, totals out, beside three hops that pass them on; and how long an article takes";
    }

    @Override
    public BenchReport run(BenchOptions options) throws Exception {
        List<Double> road = new ArrayList<>();
        List<Double> hops = new ArrayList<>();
        RoadLatency latency;
        long commitMs;
        try (BenchKafka kafka = BenchKafka.start()) {
            List<Topic<byte[]>> hopTopics = IntStream.rangeClosed(0, HOPS)
                    .mapToObj(hop -> BenchKafka.topic("bench.hop-" + hop, Topics.ARTICLES.partitions()))
                    .toList();
            commitMs = kafka.settings().get(ServiceSettings.COMMIT_INTERVAL).toMillis();
            kafka.create(Services.topics());
            kafka.create(List.copyOf(hopTopics));
            List<Service> ofRoad =
                    List.of(IngestMain.SERVICE, EnrichMain.service(), AggregateMain.service(InstantSource.system()));
            List<Service> ofHops = IntStream.range(0, HOPS)
                    .mapToObj(hop -> passOn(hopTopics.get(hop), hopTopics.get(hop + 1)))
                    .toList();
            try (Running roadServices = Running.start(kafka, ofRoad);
                    Running hopServices = Running.start(kafka, ofHops)) {
                for (int run = -1; run < options.runs(); run++) {
                    double on = hopServices.perSecond(kafka, hopTopics.get(0), articles(ARTICLES));
                    double through = roadServices.perSecond(kafka, Topics.RAW_ARTICLES, articles(ARTICLES));
                    if (run >= 0) {
                        hops.add(on);
                        road.add(through);
                    }
                }
                double half = BenchReport.median(road) / 2;
                int count = (int) (half * options.seconds() * LATENCY_FOR);
                latency = RoadLatency.measure(kafka, articles(count), half);
            }
        }
        return report(road, hops, latency, commitMs);
    }

    private BenchReport report(List<Double> road, List<Double> hops, RoadLatency latency, long commitMs) {
        Row ours = Row.of("whole road", "articles/s", road);
        Row passOn = Row.of("three hops", "articles/s", hops);
        return new BenchReport(
                name(),
                ARTICLES + " articles of general news a run, one in " + ONE_IN + " on AI spending; latency of "
                        + latency.count() + " totals at half load",
                List.of(
                        ours,
                        passOn,
                        Row.of("article to total, p50", "ms", List.of(latency.percentile(50))),
                        Row.of("article to total, p99", "ms", List.of(latency.percentile(99))),
                        Row.of("article to total, p99.9", "ms", List.of(latency.percentile(99.9)))),
                List.of(
                        Ratio.atLeast("whole road / three hops", ours.median() / passOn.median(), 0.35),
                        Ratio.atMost(
                                "ms of p99 beyond the commit interval of " + commitMs,
                                latency.percentile(99) - commitMs,
                                250)));
    }

    /** Articles that were not there before; those on AI spending each tell of a plan of its own. */
    private List<Message> articles(int count) {
        String[] payers = {"Meta", "Microsoft", "Alphabet", "Amazon", "Oracle", "Alibaba", "Tencent", "Baidu"};
        String[] places = {"Brazil", "India", "France", "Japan", "Sweden", "Kenya"};
        int batch = articlesMade++;
        List<Article> news = BenchArticles.generalNews(count, ONE_IN);
        List<Message> messages = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Article article = news.get(i);
            String body = article.body();
            if (i % ONE_IN == 0) {
                int number = i / ONE_IN + batch * 1_000;
                body = payers[number % payers.length] + " will invest $" + (1 + number % 97) + "." + number % 10
                        + " billion in AI data centres in " + places[number % places.length]
                        + ", it said on Monday.\n\n"
                        + body;
            }
            Article one = BenchArticles.with(article, article.id() + "-b" + batch, article.title(), body);
            messages.add(new Message(one.id(), Json.bytes(RawArticle.seen(one, Instant.now()))));
        }
        return messages;
    }

    private static Service passOn(Topic<byte[]> from, Topic<byte[]> to) {
        return new Service(
                to.name().replace('.', '-'),
                List.of(),
                List.of(),
                settings -> new Topology()
                        .addSource("read", new ByteArrayDeserializer(), new ByteArrayDeserializer(), from.name())
                        .addSink("write", to.name(), new ByteArraySerializer(), new ByteArraySerializer(), "read"),
                null);
    }

    /** Services that make up a road. */
    private record Running(Deque<RunningService> services, List<String> groups) implements AutoCloseable {
        static Running start(BenchKafka kafka, List<Service> services) throws InterruptedException {
            Running running = new Running(
                    new ArrayDeque<>(),
                    services.stream()
                            .map(service -> StreamsSettings.applicationId(service.name()))
                            .toList());
            try {
                for (Service service : services) {
                    running.services.push(kafka.start(service, Map.of()));
                }
                return running;
            } catch (InterruptedException | RuntimeException e) {
                running.close();
                throw e;
            }
        }

        /** From the first record sent until all that they make of them is committed. */
        double perSecond(BenchKafka kafka, Topic<?> to, List<Message> records) throws Exception {
            try (RoadEnd end = new RoadEnd(kafka.bootstrap(), groups)) {
                long start = System.nanoTime();
                kafka.send(to.name(), Stream.of(records).flatMap(List::stream));
                if (!end.await(PATIENCE, seen -> {})) {
                    throw new TimeoutException("the records did not come through");
                }
                return records.size() * 1e9 / (System.nanoTime() - start);
            }
        }

        @Override
        public void close() {
            while (!services.isEmpty()) {
                services.pop().close();
            }
        }
    }
}
