package io.outlay.ingest.web;

import io.outlay.contracts.Article;
import io.outlay.ingest.article.ArticleDraft;
import io.outlay.ingest.article.RefusedException;
import io.outlay.ingest.page.Page;
import io.outlay.ingest.page.PageReader;
import io.outlay.ingest.source.Sighting;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Web pages as sightings. */
public final class PageFetcher {
    private static final int GONE = 410;

    private final WebClient client;
    private final Robots robots;
    private final Duration rest;
    private final Clock clock;

    /** @param rest how long a host rests between two pages, at least; its robots.txt may want more */
    public PageFetcher(WebClient client, Robots robots, Duration rest, Clock clock) {
        this.client = client;
        this.robots = robots;
        this.rest = rest;
        this.clock = clock;
    }

    /**
     * The article at an address; what went wrong is a refusal.
     *
     * @param retracted the article that is gone when the page is; null when that means nothing
     * @throws HostTurns.BusyHostException if the page is to be asked for some other time
     */
    Sighting read(URI address, @Nullable ArticleDraft retracted) throws HostTurns.BusyHostException {
        try {
            return sighting(ask(address), retracted);
        } catch (HostTurns.BusyHostException e) {
            throw e;
        } catch (FetchException e) {
            return new Sighting.Refused(address.toString(), String.valueOf(e.getMessage()));
        }
    }

    /** Whether the server says that there will never be a page again. */
    boolean isGone(URI address) throws FetchException {
        return ask(address).status() == GONE;
    }

    private Fetched ask(URI address) throws FetchException {
        return client.get(address, Validators.NONE, at -> {
            Duration wanted = robots.check(at);
            return wanted.compareTo(rest) > 0 ? wanted : rest;
        });
    }

    /** The article in an answer. */
    Sighting sighting(Fetched answer, @Nullable ArticleDraft retracted) {
        String where = answer.address().toString();
        if (answer.status() == GONE && retracted != null) {
            Instant now = clock.instant();
            return new Sighting.Gone(retracted.retractedId(), now, where);
        }
        if (answer.status() != 200) {
            return new Sighting.Refused(where, "the server answers " + answer.status());
        }
        return LargeAnswers.inTurn(answer, () -> {
            try {
                Page page = PageReader.read(answer.body(), where, answer.charset());
                return new Sighting.Found(seenNow(page.draft(), clock), where, page.why());
            } catch (RefusedException e) {
                return new Sighting.Refused(where, String.valueOf(e.getMessage()));
            }
        });
    }

    static Article seenNow(ArticleDraft draft, Clock clock) {
        return draft.seenAt(clock.instant()).toArticle();
    }
}
