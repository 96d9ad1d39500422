package io.outlay.ingest.web;

import io.outlay.contracts.Article;
import io.outlay.ingest.article.ArticleDraft;
import io.outlay.ingest.article.RefusedException;
import io.outlay.ingest.page.Page;
import io.outlay.ingest.page.PageReader;
import io.outlay.ingest.source.Sighting;
import java.net.URI;
import java.time.Clock;

/** Web pages as sightings. */
public final class PageFetcher {
    private final WebClient client;
    private final Robots robots;
    private final Clock clock;

    public PageFetcher(WebClient client, Robots robots, Clock clock) {
        this.client = client;
        this.robots = robots;
        this.clock = clock;
    }

    /** The article at an address; what went wrong is a refusal. */
    public Sighting read(URI address) {
        try {
            return sighting(client.get(address, Validators.NONE, robots::check));
        } catch (FetchException e) {
            return new Sighting.Refused(address.toString(), String.valueOf(e.getMessage()));
        }
    }

    /** The article in an answer. */
    Sighting sighting(Fetched answer) {
        String where = answer.address().toString();
        if (answer.status() != 200) {
            return new Sighting.Refused(where, "the server answers " + answer.status());
        }
        try {
            Page page = PageReader.read(answer.body(), where, answer.charset());
            return new Sighting.Found(seenNow(page.draft(), clock), where, page.why());
        } catch (RefusedException e) {
            return new Sighting.Refused(where, String.valueOf(e.getMessage()));
        }
    }

    static Article seenNow(ArticleDraft draft, Clock clock) {
        return draft.seenAt(clock.instant()).toArticle();
    }
}
