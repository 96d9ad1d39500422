package io.outlay.ingest.article;

import io.outlay.contracts.Ids;
import org.jspecify.annotations.Nullable;

/** Ids of articles that come without one. How they are made never changes, since other teams keep them. */
final class ArticleIds {
    private ArticleIds() {}

    /** {@code example.com-1f0c9a…}: the host is for people, the hash of the whole identity tells pages apart. */
    static String ofUrl(CanonicalUrl url) {
        String host = Ids.isId(url.host()) ? url.host() : url.host().replaceAll("[^a-z0-9.-]", "-");
        return host + "-" + Ids.hash(url.identity());
    }

    static String ofText(@Nullable String title, String body) {
        return "text-" + Ids.hash(title == null ? "" : title.strip(), body.strip());
    }
}
