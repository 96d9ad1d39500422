package io.outlay.enrich;

import io.outlay.contracts.Article;
import io.outlay.contracts.EnrichedArticle;
import io.outlay.contracts.Topics;
import io.outlay.service.Service;
import java.util.List;
import java.util.function.Function;

/** The service {@code enrich}. */
public final class EnrichMain {
    private EnrichMain() {}

    /** The service with a tagger of your choice, as tests have it. */
    public static Service service(Function<Article, EnrichedArticle> tagger) {
        return new Service(
                EnrichTopology.SERVICE,
                List.of(),
                List.of(Topics.ARTICLES, Topics.ENRICHED_ARTICLES, Topics.CLAIMS, Topics.DEAD_LETTERS),
                settings -> EnrichTopology.of(tagger),
                null);
    }
}
