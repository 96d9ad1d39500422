package io.outlay.ingest.article;

import io.outlay.contracts.Article;

/** No body is larger than {@link Article#MAX_BODY_BYTES} of UTF-8: refused, not cut, since a cut text says something else. */
public final class BodyLimit {
    private BodyLimit() {}

    /** @throws RefusedException if the body is too large */
    public static void check(String body) {
        if (body.length() * 3L <= Article.MAX_BODY_BYTES) { // a char is at most 3 bytes: most bodies need no counting
            return;
        }
        long bytes = utf8Length(body);
        if (bytes > Article.MAX_BODY_BYTES) {
            throw new RefusedException(
                    "the body has " + bytes + " bytes of UTF-8, more than the " + Article.MAX_BODY_BYTES + " allowed");
        }
    }

    private static long utf8Length(String text) {
        long bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Each half of a surrogate pair is two of its four bytes.
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes;
    }
}
