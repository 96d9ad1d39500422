package io.outlay.local.bench;

import io.outlay.contracts.Article;
import io.outlay.contracts.Json;
import io.outlay.contracts.RawArticle;
import io.outlay.contracts.Topics;
import io.outlay.ingest.Intake;
import io.outlay.ingest.file.FileSource;
import io.outlay.local.bench.BenchReport.Ratio;
import io.outlay.local.bench.BenchReport.Row;
import io.outlay.local.road.Feeding;
import io.outlay.service.StreamsSettings;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.tools.ProducerPerformance;

/**
 * A file of articles taken in, exactly once, beside Kafka's own producer performance tool, which sends the records that this makes with
 * the settings with which it makes them.
 */
final class IngestBench implements Bench {
    private static final int ARTICLES = 20_000;

    /** Runs that only make the code warm. */
    private static final int WARM_UPS = 2;

    private static final Pattern SUMMARY = Pattern.compile(ARTICLES + " records sent, ([0-9.]+) records/sec");

    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public String what() {
        return "a file of articles onto the road, beside Kafka's own producer performance tool";
    }

    @Override
    public BenchReport run(BenchOptions options) throws Exception {
        List<Article> corpus = BenchArticles.of(options.corpus());
        List<Double> taken = new ArrayList<>();
        List<Double> sent = new ArrayList<>();
        try (BenchKafka kafka = BenchKafka.start()) {
            kafka.create(Intake.TOPICS);
            Path records = lines(kafka.folder("records"), corpus, a -> RawArticle.seen(a, Instant.EPOCH));
            Path settings = producerSettings(kafka);
            for (int run = -WARM_UPS; run < options.runs(); run++) {
                // A source is read from where it stopped: each run has a file of its own.
                Path articles = lines(kafka.folder("articles-" + run + ".ndjson"), corpus, a -> a);
                double ours = perSecond(() -> {
                    try (FileSource source = new FileSource(articles)) {
                        Feeding.feed(source, kafka.bootstrap(), Clock.systemUTC(), Feeding.unheard());
                    }
                });
                double tool = performanceTool(records, settings);
                Files.delete(articles);
                if (run >= 0) {
                    taken.add(ours);
                    sent.add(tool);
                }
            }
        }
        Row ours = Row.of("ingest of an NDJSON file", "articles/s", taken);
        Row tool = Row.of("Kafka's producer performance tool", "records/s", sent);
        return new BenchReport(
                name(),
                ARTICLES
                        + " articles of real length a run, acks=all, lz4, from opening the file to the last acknowledgement",
                List.of(ours, tool),
                List.of(Ratio.atLeast("ingest / performance tool", ours.median() / tool.median(), 0.5)));
    }

    private static Path lines(Path file, List<Article> corpus, Function<Article, Object> value) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < ARTICLES; i++) {
                Article article = corpus.get(i % corpus.size());
                Article one = BenchArticles.with(article, article.id() + "-" + i, article.title(), article.body());
                out.write(Json.bytes(value.apply(one)));
                out.write('\n');
            }
        }
        return file;
    }

    /** What intake's producer has, but for its transactions. */
    private static Path producerSettings(BenchKafka kafka) throws IOException {
        Properties settings = new Properties();
        StreamsSettings.producer("outlay-bench-tool", kafka.settings()).forEach((name, value) -> {
            if (!name.equals(ProducerConfig.INTERCEPTOR_CLASSES_CONFIG)) {
                settings.put(name, value instanceof Class<?> type ? type.getName() : value.toString());
            }
        });
        Path file = kafka.folder("producer.properties");
        try (Writer out = Files.newBufferedWriter(file)) {
            settings.store(out, null);
        }
        return file;
    }

    /** Its own figure, which leaves out that it reads the records before. */
    private static double performanceTool(Path records, Path settings) throws Exception {
        PrintStream console = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            ProducerPerformance.main(new String[] {
                "--topic", Topics.RAW_ARTICLES.name(),
                "--num-records", Integer.toString(ARTICLES),
                "--payload-file", records.toString(),
                "--throughput", "-1",
                "--command-config", settings.toString()
            });
        } finally {
            System.setOut(console);
        }
        String summary = said.toString(StandardCharsets.UTF_8);
        Matcher figure = SUMMARY.matcher(summary);
        if (!figure.find()) {
            throw new IllegalStateException("the performance tool failed: " + summary);
        }
        return Double.parseDouble(figure.group(1));
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double perSecond(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return ARTICLES * 1e9 / (System.nanoTime() - start);
    }
}
