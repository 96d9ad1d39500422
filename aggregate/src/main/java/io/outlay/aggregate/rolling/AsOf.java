package io.outlay.aggregate.rolling;

import io.outlay.contracts.Posting;
import io.outlay.contracts.PostingHistory;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Looking back. {@link #announced} leaves out what was announced later, as today's reading has it; {@link #believed} gives what was
 * believed on a day, with all of its errors. Both give postings, of which {@link RollingTotals#of} makes totals.
 */
public final class AsOf {
    /** The cause of a posting of nothing, which the history keeps in the place of one that is gone. */
    public static final String GONE = "gone";

    private AsOf() {}

    /** The postings with a day up to {@code day}. */
    public static List<Posting> announced(Collection<Posting> postings, LocalDate day) {
        return postings.stream().filter(posting -> !posting.day().isAfter(day)).toList();
    }

    /**
     * The postings as they were last believed by the end of {@code knownOn}, sorted by key. What was announced after that day but known
     * before is among them: put {@link #announced} behind.
     *
     * @param history any records of {@code postings-history}, in any order
     */
    public static List<Posting> believed(Collection<PostingHistory> history, LocalDate knownOn) {
        Map<String, PostingHistory> last = new TreeMap<>();
        for (PostingHistory known : history) {
            if (!known.knownOn().isAfter(knownOn)) {
                last.merge(known.posting().key(), known, (a, b) -> a.knownOn().isAfter(b.knownOn()) ? a : b);
            }
        }
        return last.values().stream()
                .map(PostingHistory::posting)
                .filter(posting -> !posting.cause().equals(GONE))
                .toList();
    }

    /** What the history keeps of a posting that is gone: the same posting, of nothing. */
    public static Posting gone(Posting posting) {
        return new Posting(
                posting.type(),
                posting.line(),
                posting.payer(),
                posting.payerName(),
                posting.payerCountry(),
                posting.destination(),
                posting.measure(),
                posting.day(),
                0L,
                0L,
                0L,
                null,
                null,
                null,
                null,
                GONE);
    }
}
