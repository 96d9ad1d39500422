package io.outlay.aggregate;

import io.outlay.aggregate.ledger.CommitmentDraft;
import io.outlay.aggregate.ledger.EvidenceBook;
import io.outlay.aggregate.ledger.Resolution;
import io.outlay.aggregate.rolling.Rows;
import io.outlay.aggregate.rolling.Series;
import io.outlay.aggregate.rolling.SeriesChange;
import io.outlay.aggregate.rolling.SeriesPosting;
import io.outlay.contracts.Commitment;
import io.outlay.contracts.Ids;
import io.outlay.contracts.Json;
import io.outlay.contracts.Posting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was last written of each payer's commitments and postings, so that only what changed is written. No Kafka here. */
final class PublishedRows {
    private static final String COMMITMENT = "commitment|";
    private static final String POSTING = "posting|";
    private static final String KNOWN_DAY = "known-day";

    private final Rows rows;
    private final JsonRows<WrittenCommitment> commitments;
    private final JsonRows<Posting> postings;

    /** @param rows {@code commitment|payer|id}, {@code posting|payer|line|day} and {@code known-day} */
    PublishedRows(Rows rows) {
        this.rows = rows;
        this.commitments = new JsonRows<>(rows, WrittenCommitment.class);
        this.postings = new JsonRows<>(rows, Posting.class);
    }

    /** Hashes of a commitment as written, and of the draft that it was made from: evidence is looked up only when it must be. */
    record WrittenCommitment(String draft, String whole) {}

    /** A commitment that changed; null when it is gone. */
    record ChangedCommitment(String id, @Nullable Commitment now) {}

    /** A posting that changed, as it was and as it is; one of the two may be null. */
    record ChangedPosting(@Nullable Posting before, @Nullable Posting now) {
        /** The one that is, else the one that was. */
        Posting either() {
            return Objects.requireNonNull(now == null ? before : now);
        }
    }

    /** @param touched the figures whose evidence changed since the payer was last resolved */
    List<ChangedCommitment> commitments(String payer, Resolution resolution, Set<String> touched, EvidenceBook book) {
        String prefix = COMMITMENT + payer + "|";
        Map<String, WrittenCommitment> before = new TreeMap<>();
        for (Rows.Row row : JsonRows.rowsOf(rows, prefix)) {
            before.put(row.key().substring(prefix.length()), commitments.read(row.value()));
        }
        List<ChangedCommitment> changed = new ArrayList<>();
        for (CommitmentDraft draft : resolution.commitments()) {
            WrittenCommitment written = before.remove(draft.id());
            String draftHash = Ids.hash(Json.string(draft));
            if (written != null
                    && written.draft().equals(draftHash)
                    && Collections.disjoint(draft.bare().figures(), touched)) {
                continue;
            }
            Commitment whole = draft.with(book);
            String wholeHash = Ids.hash(Json.string(whole));
            commitments.put(prefix + draft.id(), new WrittenCommitment(draftHash, wholeHash));
            if (written == null || !written.whole().equals(wholeHash)) {
                changed.add(new ChangedCommitment(draft.id(), whole));
            }
        }
        for (String gone : before.keySet()) {
            commitments.delete(prefix + gone);
            changed.add(new ChangedCommitment(gone, null));
        }
        return changed;
    }

    List<ChangedPosting> postings(String payer, Resolution resolution) {
        String prefix = POSTING + payer + "|";
        Map<String, Posting> before = new TreeMap<>();
        postings.all(prefix).forEach(posting -> before.put(posting.key(), posting));
        List<ChangedPosting> changed = new ArrayList<>();
        for (Posting now : resolution.postings()) {
            Posting was = before.remove(now.key());
            if (!now.equals(was)) {
                postings.put(prefix + now.key(), now);
                changed.add(new ChangedPosting(was, now));
            }
        }
        before.forEach((key, gone) -> {
            postings.delete(prefix + key);
            changed.add(new ChangedPosting(gone, null));
        });
        return changed;
    }

    /** The day on which something is believed: today, or a later one if the clock has jumped back. */
    LocalDate knownOn(LocalDate today) {
        String row = rows.get(KNOWN_DAY);
        LocalDate last = row == null ? null : LocalDate.parse(row);
        if (last == null || today.isAfter(last)) {
            rows.put(KNOWN_DAY, today.toString());
            return today;
        }
        return last;
    }

    /** All that changed in each series, so that each of its totals changes once. */
    static Collection<SeriesChange> bySeries(List<ChangedPosting> changed) {
        Map<String, SeriesChange> bySeries = new TreeMap<>();
        for (ChangedPosting posting : changed) {
            Posting before = posting.before();
            Posting now = posting.now();
            List<Series> seriesNow = now == null ? List.of() : Series.of(now);
            if (before != null) {
                for (Series left : Series.of(before)) {
                    if (!seriesNow.contains(left)) {
                        add(bySeries, left, before, null);
                    }
                }
            }
            if (now != null) {
                seriesNow.forEach(series -> add(bySeries, series, now, SeriesPosting.of(now)));
            }
        }
        return bySeries.values();
    }

    private static void add(
            Map<String, SeriesChange> bySeries, Series series, Posting posting, @Nullable SeriesPosting now) {
        bySeries.computeIfAbsent(series.key(), key -> new SeriesChange(series, new ArrayList<>()))
                .changes()
                .add(new SeriesChange.Change(posting.line(), posting.day(), now));
    }

    /** What is kept in the history of a posting that is gone: the same posting, of nothing. */
    static Posting ofNothing(Posting gone) {
        return new Posting(
                gone.type(),
                gone.line(),
                gone.payer(),
                gone.payerName(),
                gone.payerCountry(),
                gone.destination(),
                gone.measure(),
                gone.day(),
                0L,
                0L,
                0L,
                null,
                null,
                null,
                null,
                "gone");
    }
}
