package io.outlay.ingest.push;

import io.outlay.ingest.source.Sighting;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was wrong with one article that was sent.
 *
 * @param where {@code line:2}, or the place in an array
 * @param field of the article; null when it is none of its fields, as with broken JSON
 */
record Refusal(String where, @Nullable String field, String why) {
    /** Our messages name a field where Jackson found it, in quotes, or as what the sentence is about. */
    private static final Pattern FIELD =
            Pattern.compile("ArticleDraft at ([A-Za-z]+)\\b|\\bno '([a-z]+)'|^the (id|body)\\b");

    static Refusal of(Sighting.Refused refused) {
        Matcher named = FIELD.matcher(refused.why());
        String field = null;
        if (named.find()) {
            for (int group = 1; group <= named.groupCount() && field == null; group++) {
                field = named.group(group);
            }
        }
        return new Refusal(refused.where(), field, refused.why());
    }

    @Override
    public String toString() {
        return where + ": " + why;
    }
}
