package io.outlay.contracts;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One text from one source at one canonical URL, in its newest version: the value of {@code articles}.
 *
 * @param publishedAt an ISO date or instant, null when unknown
 * @param fetchedAt when any version of the article was seen first: the least over all its raw records, so that the value does
 *     not depend on the order in which they came
 * @param language ISO 639-1 code, null when unknown
 */
public record Article(
        String id,
        @Nullable String url,
        @Nullable String title,
        String body,
        @JsonAlias("published") @Nullable String publishedAt,
        @Nullable Instant fetchedAt,
        @Nullable String source,
        @Nullable String language) {
    /** The most UTF-8 bytes that a body may have. */
    public static final int MAX_BODY_BYTES = 1024 * 1024;

    public Article {
        Check.id(id, "id");
        Check.required(body, "body");
    }

    /** The key under which it stands in {@code articles}. */
    public String key() {
        return id;
    }
}
