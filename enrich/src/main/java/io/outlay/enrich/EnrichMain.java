package io.outlay.enrich;

import io.outlay.contracts.Article;
import io.outlay.contracts.EnrichedArticle;
import io.outlay.contracts.Topics;
import io.outlay.enrich.text.Tagger;
import io.outlay.service.Service;
import io.outlay.service.ServiceRunner;
import java.util.List;
import java.util.function.Function;

/** The service {@code enrich}. */
public final class EnrichMain {
    private EnrichMain() {}

    public static void main(String[] args) {
        ServiceRunner.main(service(), args);
    }

    /** The service as it runs: with the rules and tables that ship with the project. */
    public static Service service() {
        return service(Tagger.standard());
    }

    /** The service with a tagger of your choice, as tests have it. */
    public static Service service(Function<Article, EnrichedArticle> tagger) {
        return new Service(
                EnrichTopology.SERVICE,
                List.of(),
                List.of(Topics.ARTICLES, Topics.ENRICHED_ARTICLES, Topics.CLAIMS, Topics.DEAD_LETTERS),
                settings -> EnrichTopology.of(new CountedTagging(tagger)),
                null);
    }
}
