package io.outlay.ingest.article;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.outlay.contracts.Article;
import io.outlay.contracts.Ids;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An article as a source gives it: only the body must be there, and nothing is in its final shape. {@link #toArticle} makes the
 * {@link Article} of it, in one way for all sources.
 *
 * @param id kept when given
 * @param publishedAt a date in any shape that {@link PublicationDate} knows
 * @param retracted whether this says that the article is gone; only its id or URL counts then
 */
public record ArticleDraft(
        @Nullable String id,
        @Nullable String url,
        @Nullable String title,
        @JsonAlias({"text", "content"}) @Nullable String body,
        @JsonAlias({"published", "date"}) @Nullable String publishedAt,
        @Nullable Instant fetchedAt,
        @Nullable String source,
        @Nullable String language,
        @Nullable Boolean retracted) {
    private static final Pattern LANGUAGE = Pattern.compile("([a-z]{2,3})(?:[-_].*)?");

    /** A draft of an article that is there. */
    public static ArticleDraft of(
            @Nullable String url, @Nullable String title, @Nullable String body, @Nullable String publishedAt) {
        return new ArticleDraft(null, url, title, body, publishedAt, null, null, null, null);
    }

    public ArticleDraft withBody(@Nullable String other) {
        return new ArticleDraft(id, url, title, other, publishedAt, fetchedAt, source, language, retracted);
    }

    public ArticleDraft seenAt(Instant moment) {
        return new ArticleDraft(id, url, title, body, publishedAt, moment, source, language, retracted);
    }

    /**
     * The article. Its id is the one given, else that of the canonical URL ({@code host-} and 16 hexadecimal digits), else that
     * of title and body ({@code text-} and 16 digits).
     *
     * @throws RefusedException if there is no body, it is too large, or the id given is none
     */
    public Article toArticle() {
        if (body == null || body.isBlank()) {
            throw new RefusedException("the article has no 'body'");
        }
        BodyLimit.check(body);
        Optional<CanonicalUrl> canonical = CanonicalUrl.of(url);
        return new Article(
                idFor(canonical).orElseGet(() -> ArticleIds.ofText(title, body)),
                canonical.map(CanonicalUrl::url).orElse(blankToNull(url)),
                blankToNull(title),
                body,
                PublicationDate.normalise(publishedAt),
                fetchedAt,
                source != null && !source.isBlank()
                        ? source.strip()
                        : canonical.map(CanonicalUrl::host).orElse(null),
                languageCode(language));
    }

    /**
     * The id of the article that is said to be gone.
     *
     * @throws RefusedException if neither id nor URL tells which one
     */
    public String retractedId() {
        return idFor(CanonicalUrl.of(url))
                .orElseThrow(() -> new RefusedException("'retracted' stands without an 'id' or a 'url'"));
    }

    private Optional<String> idFor(Optional<CanonicalUrl> canonical) {
        if (id == null) {
            return canonical.map(ArticleIds::ofUrl);
        }
        if (!Ids.isId(id)) {
            throw new RefusedException("the id '" + id + "' does not match [a-z0-9.-]+; leave it out to have one made");
        }
        return Optional.of(id);
    }

    /** {@code EN-us} → {@code en}; null unless it begins like an ISO 639-1 code. */
    private static @Nullable String languageCode(@Nullable String printed) {
        if (printed == null) {
            return null;
        }
        Matcher code = LANGUAGE.matcher(printed.strip().toLowerCase(Locale.ROOT));
        return code.matches() ? code.group(1) : null;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
