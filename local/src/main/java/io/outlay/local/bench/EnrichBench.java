package io.outlay.local.bench;

import io.outlay.contracts.Article;
import io.outlay.contracts.EnrichedArticle;
import io.outlay.contracts.Json;
import io.outlay.contracts.Topics;
import io.outlay.enrich.EnrichTopology;
import io.outlay.enrich.text.Tagger;
import io.outlay.local.bench.BenchReport.Ratio;
import io.outlay.local.bench.BenchReport.Row;
import io.outlay.local.road.BrokerProcesses;
import io.outlay.local.road.Folders;
import io.outlay.service.RunningService;
import io.outlay.service.Service;
import io.outlay.service.ServiceRunner;
import io.outlay.service.Settings;
import io.outlay.service.StreamsSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * The service enrich, with one stream thread, at exactly-once, on a broker process: beside the same topology with the tagger
 * replaced by another parse and write. Each run is a new consumer group that reads all articles from the beginning.
 */
final class EnrichBench implements Bench {
    private static final int ARTICLES = 10_000;

    /** In general news one article of so many speaks of AI spending. */
    private static final int ONE_IN = 20;

    /** Runs that only make the code warm. */
    private static final int WARM_UPS = 2;

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Override
    public String name() {
        return "enrich";
    }

    @Override
    public String what() {
        return "the enrich service on a broker process, beside the same topology that only parses and writes";
    }

    @Override
    public BenchReport run(BenchOptions options) throws Exception {
        List<Row> rows = new ArrayList<>();
        List<Ratio> ratios = new ArrayList<>();
        measure("all on AI spending", spending(options), options, 0.4, rows, ratios);
        measure("one in " + ONE_IN, BenchArticles.generalNews(ARTICLES, ONE_IN), options, 0.6, rows, ratios);
        return new BenchReport(name(), ARTICLES + " articles a run, 12 partitions, one thread", rows, ratios);
    }

    /** The corpus, again and again. */
    private static List<Article> spending(BenchOptions options) throws Exception {
        List<Article> corpus = BenchArticles.of(options.corpus());
        List<Article> articles = new ArrayList<>(ARTICLES);
        for (int i = 0; i < ARTICLES; i++) {
            Article article = corpus.get(i % corpus.size());
            articles.add(BenchArticles.with(article, article.id() + "-" + i, article.title(), article.body()));
        }
        return articles;
    }

    private static void measure(
            String stream,
            List<Article> articles,
            BenchOptions options,
            double reach,
            List<Row> rows,
            List<Ratio> ratios)
            throws Exception {
        Tagger tagger = Tagger.standard();
        List<Double> tagging = new ArrayList<>();
        List<Double> passing = new ArrayList<>();
        Path folder = Files.createTempDirectory("outlay-bench-");
        try (BrokerProcesses broker = BrokerProcesses.start(folder, 1, Map.of())) {
            boolean fed = false;
            for (int run = -WARM_UPS; run < options.runs(); run++) {
                for (boolean tags : new boolean[] {true, false}) {
                    Function<Article, EnrichedArticle> work = tags ? tagger : EnrichBench::parseAndWrite;
                    double rate = rate(broker.bootstrap(), work, fed ? List.of() : articles);
                    fed = true;
                    if (run >= 0) {
                        (tags ? tagging : passing).add(rate);
                    }
                }
            }
        } finally {
            Folders.delete(folder);
        }
        Row tagged = Row.of("enrich, " + stream, "articles/s", tagging);
        Row passed = Row.of("pass-through, " + stream, "articles/s", passing);
        rows.add(tagged);
        rows.add(passed);
        ratios.add(Ratio.atLeast("enrich / pass-through, " + stream, tagged.median() / passed.median(), reach));
    }

    /** What the topology itself does to each article, once more: it reads the value and writes one. */
    private static EnrichedArticle parseAndWrite(Article article) {
        Article again = Json.read(Json.bytes(article), Article.class);
        return new EnrichedArticle(
                again.id(),
                again.url(),
                again.title(),
                again.source(),
                again.language(),
                again.publishedAt(),
                "none",
                List.of(),
                List.of(),
                List.of());
    }

    /**
     * Articles per second from the first to the last.
     *
     * @param feed what to put onto the topic before
     */
    private static double rate(String bootstrap, Function<Article, EnrichedArticle> work, List<Article> feed)
            throws Exception {
        Counting counting = new Counting(work);
        Path state = Files.createTempDirectory("outlay-bench-");
        Service service = new Service(
                "bench-" + System.nanoTime(),
                List.of(),
                List.of(Topics.ARTICLES, Topics.ENRICHED_ARTICLES, Topics.CLAIMS, Topics.DEAD_LETTERS),
                settings -> EnrichTopology.of(counting),
                null);
        Settings settings = Settings.of(
                service.settings(),
                Map.of(
                        "bootstrap",
                        bootstrap,
                        "state.dir",
                        state.toString(),
                        "http.host",
                        "127.0.0.1",
                        "http.port",
                        "0",
                        "log.level",
                        "error"));
        try (RunningService running = ServiceRunner.start(service, settings)) {
            if (!running.awaitReady(PATIENCE)) {
                throw new TimeoutException("the topology did not start");
            }
            feed(feed, settings);
            return counting.rate();
        } finally {
            Folders.delete(state);
        }
    }

    private static void feed(List<Article> articles, Settings settings) throws Exception {
        try (var producer =
                new KafkaProducer<byte[], byte[]>(StreamsSettings.producer("outlay-bench-feed", settings))) {
            List<Future<RecordMetadata>> sent = new ArrayList<>(articles.size());
            for (Article article : articles) {
                byte[] key = article.key().getBytes(StandardCharsets.UTF_8);
                sent.add(producer.send(new ProducerRecord<>(Topics.ARTICLES.name(), key, Json.bytes(article))));
            }
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        }
    }

    /** Notes when the first article came and when the last. */
    private static final class Counting implements Function<Article, EnrichedArticle> {
        private final Function<Article, EnrichedArticle> work;
        private final AtomicInteger seen = new AtomicInteger();
        private final CountDownLatch all = new CountDownLatch(1);
        private volatile long first;
        private volatile long last;

        Counting(Function<Article, EnrichedArticle> work) {
            this.work = work;
        }

        @Override
        public EnrichedArticle apply(Article article) {
            int number = seen.incrementAndGet();
            if (number == 1) {
                first = System.nanoTime();
            }
            EnrichedArticle enriched = work.apply(article);
            if (number == ARTICLES) {
                last = System.nanoTime();
                all.countDown();
            }
            return enriched;
        }

        double rate() throws InterruptedException, TimeoutException {
            if (!all.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new TimeoutException("only " + seen + " of " + ARTICLES + " articles came through");
            }
            return ARTICLES * 1e9 / (last - first);
        }
    }
}
