package io.outlay.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a source saw at one moment: an article, or that it is gone. The value of {@code raw-articles}.
 *
 * @param id the article's id
 * @param article null when {@code retracted}
 * @param fetchedAt when the source saw it
 * @param contentHash of what the source saw; with {@code fetchedAt} it orders the versions of an article
 * @param retracted whether the source says that the article is gone
 */
public record RawArticle(
        String id, @Nullable Article article, Instant fetchedAt, String contentHash, boolean retracted) {
    public RawArticle {
        Check.id(id, "id");
        Check.required(fetchedAt, "fetchedAt");
        Check.text(contentHash, "contentHash");
        if (article != null && !article.id().equals(id)) {
            throw new IllegalArgumentException(
                    "field 'article' has the id '" + article.id() + "', its record '" + id + "'");
        }
        if (retracted != (article == null)) {
            throw new IllegalArgumentException("field 'article' must stand unless 'retracted' is true, and only then");
        }
    }

    public static RawArticle seen(Article article, Instant fetchedAt) {
        return new RawArticle(article.id(), article, fetchedAt, hashOf(article), false);
    }

    public static RawArticle retraction(String id, Instant fetchedAt) {
        return new RawArticle(id, null, fetchedAt, "gone", true);
    }

    private static String hashOf(Article a) {
        return Ids.hash(
                String.valueOf(a.url()),
                String.valueOf(a.title()),
                a.body(),
                String.valueOf(a.publishedAt()),
                String.valueOf(a.source()),
                String.valueOf(a.language()));
    }

    /** The key under which it stands in {@code raw-articles}. */
    public String key() {
        return id;
    }
}
