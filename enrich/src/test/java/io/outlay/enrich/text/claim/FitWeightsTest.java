package io.outlay.enrich.text.claim;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.outlay.contracts.Article;
import io.outlay.contracts.EnrichedArticle;
import io.outlay.contracts.Json;
import io.outlay.enrich.text.LocalCurrencies;
import io.outlay.enrich.text.Monies;
import io.outlay.enrich.text.amount.AmountHints;
import io.outlay.enrich.text.amount.AmountScanner;
import io.outlay.enrich.text.amount.Echoes;
import io.outlay.enrich.text.amount.FoundAmount;
import io.outlay.enrich.text.entity.EntityScanner;
import io.outlay.enrich.text.prose.CodePoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Fits the weights anew: {@code -Doutlay.fit=DIR:DIR}, folders of labelled articles. Into {@code target/fit} go the tables, and
 * {@code cross-validated.ndjson}: each article read with weights that were fitted without it; {@code -Doutlay.fit.seed} cuts the
 * folds another way.
 */
@EnabledIfSystemProperty(named = "outlay.fit", matches = ".+")
class FitWeightsTest {
    private static final int FOLDS = 8;
    private static final String PAYER_HEAD =
            """
            # What each sign (see PayerSign) of a candidate adds to the log-odds that it is who pays an amount.
            # Fitted to labelled articles (see docs/tagging.md), not written by hand.
            sign,weight""";
    private static final String HEAD =
            """
            # What each sign (see SpendingSign) adds to the log-odds: planned, that somebody will spend the amount on AI; any, that
            # it is money for AI at all: planned, spent, a stake, or a sum over many.
            # Fitted to labelled articles (see docs/tagging.md), not written by hand.
            sign,planned,any""";
    private static final AmountScanner AMOUNTS = AmountScanner.standard();
    private static final EntityScanner ENTITIES = EntityScanner.standard();

    @Test
    void fits() throws IOException {
        List<Labelled> all = new ArrayList<>();
        for (String folder : System.getProperty("outlay.fit").split(":")) {
            all.addAll(Labelled.in(Path.of(folder)));
        }
        assertFalse(all.isEmpty());
        Path out = Files.createDirectories(Path.of("target", "fit"));
        Fitting fitting = new Fitting(FitWeightsTest::monies);
        List<Labelled> ours = new ArrayList<>();
        for (ClaimExample example : ClaimExample.all()) {
            ours.add(Labelled.of(example, FitWeightsTest::monies));
        }
        for (ClaimRule rule : ClaimRules.all()) {
            ours.add(Labelled.of(rule, FitWeightsTest::monies));
        }
        for (WrittenArticle written : WrittenArticle.all()) {
            ours.add(Labelled.of(written));
        }
        crossValidate(fitting, all, ours, out.resolve("cross-validated.ndjson"));
        ClaimWeights weights = fitting.fit(joined(all, ours));
        write(out.resolve("payer-weights.csv"), PAYER_HEAD, PayerSign.ALL, weights.payer());
        write(out.resolve("weights.csv"), HEAD, SpendingSign.ALL, weights.planned(), weights.any());
    }

    private static List<Money> monies(Article article) {
        List<FoundAmount> found =
                Echoes.resolve(AMOUNTS.scan(article.body(), AmountHints.ofLanguage(article.language())));
        return Monies.of(LocalCurrencies.resolve(found, article, ENTITIES.scan(article.body())));
    }

    private static void crossValidate(Fitting fitting, List<Labelled> all, List<Labelled> ours, Path out)
            throws IOException {
        List<Labelled> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(Long.getLong("outlay.fit.seed", 1)));
        List<String> lines = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int now = fold;
            List<Labelled> rest = IntStream.range(0, shuffled.size())
                    .filter(i -> i % FOLDS != now)
                    .mapToObj(shuffled::get)
                    .toList();
            ClaimReader reader = fitting.reader(fitting.fit(joined(rest, ours)));
            for (int i = fold; i < shuffled.size(); i += FOLDS) {
                lines.add(Json.string(read(reader, shuffled.get(i).article())));
            }
        }
        Files.write(out, lines);
    }

    private static List<Labelled> joined(List<Labelled> articles, List<Labelled> examples) {
        return Stream.concat(articles.stream(), examples.stream()).toList();
    }

    private static EnrichedArticle read(ClaimReader reader, Article article) {
        String title = article.title();
        ArticleReading reading = reader.read(
                article,
                monies(article),
                ENTITIES.scan(article.body()),
                title == null ? List.of() : ENTITIES.scan(title),
                CodePoints.of(article.body()));
        return new EnrichedArticle(
                article.id(),
                article.url(),
                title,
                null,
                "en",
                article.publishedAt(),
                "cross-validated",
                List.of(),
                List.of(),
                reading.claims());
    }

    private static void write(Path file, String head, Vocabulary vocabulary, Weights... columns) throws IOException {
        List<String> lines = new ArrayList<>(List.of(head.split("\n")));
        for (int sign = 0; sign < vocabulary.size(); sign++) {
            StringBuilder line = new StringBuilder(vocabulary.name(sign));
            for (Weights column : columns) {
                line.append(String.format(Locale.ROOT, ",%.2f", column.of(sign)).replace("-0.00", "0.00"));
            }
            lines.add(line.toString());
        }
        Files.write(file, lines);
    }
}
