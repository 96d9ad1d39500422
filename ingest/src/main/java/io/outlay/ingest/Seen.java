package io.outlay.ingest;

import io.outlay.contracts.RawArticle;
import java.time.Instant;

/**
 * What is known of an article from all of its raw records: when any of them was fetched first, and which is the newest version.
 *
 * <p>{@link #and} is commutative, associative and idempotent, so that what is known depends on the set of raw records alone:
 * not on their order, nor on how often each came.
 *
 * @param first the least {@code fetchedAt} of any record
 * @param newest the version with the greatest (fetchedAt, contentHash)
 */
record Seen(Instant first, Version newest) {
    /** A version orders by when it was fetched; the hash only breaks ties, so that every instance chooses alike. */
    record Version(Instant fetchedAt, String contentHash, boolean retracted) {
        boolean isAfter(Version other) {
            int order = fetchedAt.compareTo(other.fetchedAt);
            return order > 0 || (order == 0 && contentHash.compareTo(other.contentHash) > 0);
        }

        boolean hasContentOf(Version other) {
            return retracted == other.retracted && contentHash.equals(other.contentHash);
        }
    }

    static Seen of(RawArticle raw) {
        return new Seen(raw.fetchedAt(), new Version(raw.fetchedAt(), raw.contentHash(), raw.retracted()));
    }

    Seen and(Seen other) {
        return new Seen(
                first.isAfter(other.first) ? other.first : first, newest.isAfter(other.newest) ? newest : other.newest);
    }
}
