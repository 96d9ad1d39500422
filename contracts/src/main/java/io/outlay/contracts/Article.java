package io.outlay.contracts;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One text from one source at one canonical URL, in its newest version: the value of {@code articles}.
 *
 * @param id kept as given, else made of the canonical URL, else of the content
 * @param url canonical address
 * @param title headline as published
 * @param body plain text, the headline not repeated; at most 1 MiB of UTF-8
 * @param publishedAt an ISO date or instant, null when unknown
 * @param fetchedAt when any version of the article was seen first: the least over all its raw records, so that the value does
 *     not depend on the order in which they came
 * @param source the site or feed that it is from
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
        body = WellFormed.text(Check.required(body, "body"));
        title = title == null ? null : WellFormed.text(title);
    }

    /** The key under which it stands in {@code articles}. */
    public String key() {
        return id;
    }
}
