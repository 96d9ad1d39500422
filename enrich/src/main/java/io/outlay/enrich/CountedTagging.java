package io.outlay.enrich;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.outlay.contracts.Article;
import io.outlay.contracts.Claim;
import io.outlay.contracts.EnrichedArticle;
import io.outlay.service.Metrics;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A tagger whose work is counted: how long an article takes, and which rules make claims of which measure. */
final class CountedTagging implements Function<Article, EnrichedArticle> {
    private static final Logger log = LoggerFactory.getLogger(CountedTagging.class);

    private final Function<Article, EnrichedArticle> tagger;
    private final Timer time = Metrics.timer("outlay.tagging", "time to read one article");
    private final Counter withoutClaims =
            Metrics.counter("outlay.articles.without.claims", "articles read that announce nothing");

    CountedTagging(Function<Article, EnrichedArticle> tagger) {
        this.tagger = tagger;
    }

    @Override
    public EnrichedArticle apply(Article article) {
        long start = System.nanoTime();
        EnrichedArticle enriched = tagger.apply(article);
        time.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        if (enriched.claims().isEmpty()) {
            withoutClaims.increment();
        }
        for (Claim claim : enriched.claims()) {
            String rule = claim.evidence().rule();
            Metrics.counter(
                            "outlay.claims",
                            "claims made of articles, an article that is read again counted again",
                            "rule",
                            rule,
                            "measure",
                            claim.measure().name())
                    .increment();
            log.debug(
                    "claims {} of {} by rule {}", claim.measure(), claim.payer().id(), rule);
        }
        return enriched;
    }
}
