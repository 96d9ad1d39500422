package io.outlay.enrich;

import io.outlay.contracts.Article;
import io.outlay.contracts.EnrichedArticle;
import io.outlay.contracts.Topics;
import io.outlay.service.Service;
import io.outlay.service.ServiceRunner;
import io.outlay.service.Setting;
import io.outlay.service.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The service {@code enrich}. */
public final class EnrichMain {
    /** Companies beside the shipped ones. */
    public static final Setting<Optional<Path>> COMPANIES = Setting.path(
                    "companies", null, "a file with further companies, in the form of companies.csv")
            .optional();

    private EnrichMain() {}

    public static void main(String[] args) {
        ServiceRunner.main(service(), args);
    }

    /** The service as it runs: with the rules and tables that ship with the project, and the companies of the setting. */
    public static Service service() {
        return service(List.of(COMPANIES), settings -> CompaniesFile.tagger(settings.get(COMPANIES)));
    }

    /** The service with a tagger of your choice, as tests have it. */
    public static Service service(Function<Article, EnrichedArticle> tagger) {
        return service(List.of(), settings -> tagger);
    }

    private static Service service(
            List<Setting<?>> ownSettings, Function<Settings, Function<Article, EnrichedArticle>> tagger) {
        return new Service(
                EnrichTopology.SERVICE,
                ownSettings,
                List.of(Topics.ARTICLES, Topics.ENRICHED_ARTICLES, Topics.CLAIMS, Topics.DEAD_LETTERS),
                settings -> EnrichTopology.of(new CountedTagging(tagger.apply(settings))),
                null);
    }
}
