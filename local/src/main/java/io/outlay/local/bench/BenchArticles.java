package io.outlay.local.bench;

import io.outlay.contracts.Article;
import io.outlay.ingest.Readers;
import io.outlay.ingest.source.Sighting;
import io.outlay.local.road.Samples;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What benches read: articles of a real length, the same ones in each run. */
public final class BenchArticles {
    /** About what a news article has, in characters. */
    private static final int REAL_LENGTH = 4_000;

    /** How many samples go into one article about AI spending; the rest of it is general news. */
    private static final int SAMPLES_IN_ONE = 3;

    private static final int SEED = 20;

    private BenchArticles() {}

    /**
     * The articles of a file or folder, in the order read.
     *
     * @param corpus null for articles about AI spending made of the samples that ship with the project
     */
    public static List<Article> of(@Nullable String corpus) throws IOException {
        if (corpus == null) {
            return spending();
        }
        try (Stream<Sighting> sightings = new Readers(System.in).read(corpus)) {
            List<Article> articles = found(sightings);
            if (articles.isEmpty()) {
                throw new IllegalArgumentException(corpus + " holds no article");
            }
            return articles;
        }
    }

    /** One article for each sample, made of it, the next two and general news. */
    public static List<Article> spending() {
        List<Article> samples = found(Samples.sightings().stream());
        Filler filler = new Filler();
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            List<String> parts = new ArrayList<>();
            for (int s = 0; s < SAMPLES_IN_ONE; s++) {
                parts.add(samples.get((i + s) % samples.size()).body());
            }
            Article first = samples.get(i);
            articles.add(with(first, first.id(), first.title(), filler.around(parts)));
        }
        return articles;
    }

    /**
     * General news: of every {@code one} articles the first speaks of AI spending, the others of anything else.
     *
     * @param count how many; they differ in their ids, a few hundred texts are used again and again
     */
    public static List<Article> generalNews(int count, int one) {
        List<Article> spending = spending();
        Filler filler = new Filler();
        List<Article> others = new ArrayList<>();
        for (Article any : spending) {
            others.add(with(any, any.id(), "Notes from the region", filler.around(List.of())));
        }
        List<Article> articles = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            List<Article> from = i % one == 0 ? spending : others;
            Article article = from.get(i / (i % one == 0 ? one : 1) % from.size());
            articles.add(with(article, article.id() + "-" + i, article.title(), article.body()));
        }
        return articles;
    }

    private static List<Article> found(Stream<Sighting> sightings) {
        return sightings
                .filter(Sighting.Found.class::isInstance)
                .map(sighting -> ((Sighting.Found) sighting).article())
                .toList();
    }

    static Article with(Article of, String id, @Nullable String title, String body) {
        return new Article(id, of.url(), title, body, of.publishedAt(), of.fetchedAt(), of.source(), of.language());
    }

    /** Sentences of general news, to bring a text to its length. */
    private static final class Filler {
        private final List<String> sentences = sentences();
        private final RandomGenerator random =
                RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

        /** The parts, each a paragraph, with general news between them. */
        String around(List<String> parts) {
            StringBuilder text = new StringBuilder();
            int missing = REAL_LENGTH - parts.stream().mapToInt(String::length).sum();
            int gap = missing / (parts.size() + 1);
            for (int i = 0; i <= parts.size(); i++) {
                if (i > 0) {
                    text.append(parts.get(i - 1)).append("\n\n");
                }
                for (int from = text.length(); text.length() - from < gap; ) {
                    text.append(sentences.get(random.nextInt(sentences.size())));
                    text.append(random.nextInt(4) == 0 ? "\n\n" : " ");
                }
            }
            return text.toString().strip();
        }

        private static List<String> sentences() {
            String name = "general-news.txt";
            InputStream in = Objects.requireNonNull(BenchArticles.class.getResourceAsStream(name), name);
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return reader.lines().toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
