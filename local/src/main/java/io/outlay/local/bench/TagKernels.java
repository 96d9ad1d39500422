package io.outlay.local.bench;

import io.outlay.contracts.Article;
import io.outlay.contracts.Json;
import io.outlay.enrich.text.Bands;
import io.outlay.enrich.text.Tagger;
import io.outlay.enrich.text.amount.AmountHints;
import io.outlay.enrich.text.amount.AmountScanner;
import io.outlay.enrich.text.entity.EntityScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** One operation is one pass over all articles, in one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(java.util.concurrent.TimeUnit.MICROSECONDS)
public class TagKernels {
    /** The file or folder with the articles, empty for the samples. */
    static final String CORPUS = "outlay.bench.corpus";

    private List<Article> articles = List.of();
    private byte[][] bodies = {};
    private byte[][] values = {};
    private final Tagger tagger = Tagger.standard();
    private final EntityScanner entities = EntityScanner.standard();
    private final AmountScanner amounts = AmountScanner.standard();

    @Setup
    public void read() throws IOException {
        String corpus = System.getProperty(CORPUS, "");
        articles = BenchArticles.of(corpus.isEmpty() ? null : corpus);
        bodies = articles.stream()
                .map(article -> article.body().getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        values = articles.stream().map(Json::bytes).toArray(byte[][]::new);
    }

    /** The limit: bytes to characters, and one look at each. */
    @Benchmark
    public int decodeAndScan() {
        int spaces = 0;
        for (byte[] body : bodies) {
            String text = new String(body, StandardCharsets.UTF_8);
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) == ' ') {
                    spaces++;
                }
            }
        }
        return spaces;
    }

    @Benchmark
    public void jsonRoundTrip(Blackhole hole) {
        for (byte[] value : values) {
            hole.consume(Json.bytes(Json.read(value, Article.class)));
        }
    }

    @Benchmark
    public void tag(Blackhole hole) {
        for (Article article : articles) {
            hole.consume(tagger.tag(article));
        }
    }

    /** A part of {@link #tag}: companies and countries. */
    @Benchmark
    public void entities(Blackhole hole) {
        for (Article article : articles) {
            hole.consume(entities.scan(article.body()));
        }
    }

    /** A part of {@link #tag}. */
    @Benchmark
    public void amounts(Blackhole hole) {
        for (Article article : articles) {
            hole.consume(amounts.scan(article.body(), AmountHints.ofLanguage(article.language())));
        }
    }

    /** A part of {@link #tag}: near-duplicate bands. */
    @Benchmark
    public void bands(Blackhole hole) {
        for (Article article : articles) {
            hole.consume(Bands.of(article.body()));
        }
    }
}
