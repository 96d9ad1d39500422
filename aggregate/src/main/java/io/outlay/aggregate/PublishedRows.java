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
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
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

    /**
     * What was written of one payer.
     *
     * @param drafts those that the commitments were made from, as far as they are remembered
     * @param keys of the very postings that are written
     */
    record Written(
            Map<String, WrittenCommitment> commitments,
            Map<String, Posting> postings,
            Map<String, CommitmentDraft> drafts,
            IdentityHashMap<Posting, String> keys) {

        /** The key of a posting; made once for each that is written. */
        String keyOf(Posting posting) {
            String known = keys.get(posting);
            return known == null ? posting.key() : known;
        }
    }

    /**
     * A commitment to be written.
     *
     * @param draft null, as the other two, when it is gone
     * @param visible whether the public record changed, and not only what it was made from
     */
    record ChangedCommitment(
            String id,
            @Nullable CommitmentDraft draft,
            @Nullable WrittenCommitment hashes,
            @Nullable Commitment now,
            boolean visible) {}

    /** A posting that changed, as it was and as it is; one of the two may be null. */
    record ChangedPosting(@Nullable Posting before, @Nullable Posting now) {
        /** The one that is, else the one that was. */
        Posting either() {
            return Objects.requireNonNull(now == null ? before : now);
        }
    }

    /** Reads what was last written of a payer. */
    Written written(String payer) {
        String prefix = COMMITMENT + payer + "|";
        Map<String, WrittenCommitment> ofPayer = new TreeMap<>();
        for (Rows.Row row : JsonRows.rowsOf(rows, prefix)) {
            ofPayer.put(row.key().substring(prefix.length()), commitments.read(row.value()));
        }
        Map<String, Posting> postingsOfPayer = new TreeMap<>();
        postings.all(POSTING + payer + "|").forEach(posting -> postingsOfPayer.put(posting.key(), posting));
        IdentityHashMap<Posting, String> keys = new IdentityHashMap<>();
        postingsOfPayer.forEach((key, posting) -> keys.put(posting, key));
        return new Written(new HashMap<>(ofPayer), new HashMap<>(postingsOfPayer), new HashMap<>(), keys);
    }

    /**
     * The commitments that differ from what was written.
     *
     * @param touched the figures whose evidence changed since the payer was last resolved
     */
    static List<ChangedCommitment> commitments(
            Written written, Resolution resolution, Set<String> touched, EvidenceBook book) {
        List<ChangedCommitment> changed = new ArrayList<>();
        Set<String> gone = new HashSet<>(written.commitments().keySet());
        for (CommitmentDraft draft : resolution.commitments()) {
            gone.remove(draft.id());
            WrittenCommitment before = written.commitments().get(draft.id());
            boolean sameEvidence = Collections.disjoint(draft.bare().figures(), touched);
            if (before != null && sameEvidence && draft.equals(written.drafts().get(draft.id()))) {
                continue;
            }
            String draftHash = Ids.hash(Json.string(draft));
            if (before != null && sameEvidence && draftHash.equals(before.draft())) {
                written.drafts().put(draft.id(), draft);
                continue;
            }
            Commitment whole = draft.with(book);
            WrittenCommitment hashes = new WrittenCommitment(draftHash, Ids.hash(Json.string(whole)));
            if (!hashes.equals(before)) {
                boolean visible = before == null || !before.whole().equals(hashes.whole());
                changed.add(new ChangedCommitment(draft.id(), draft, hashes, whole, visible));
            }
        }
        gone.stream().sorted().forEach(id -> changed.add(new ChangedCommitment(id, null, null, null, true)));
        return changed;
    }

    /** The postings that differ from what was written. */
    static List<ChangedPosting> postings(Written written, Resolution resolution) {
        List<ChangedPosting> changed = new ArrayList<>();
        Set<String> gone = new HashSet<>(written.postings().keySet());
        for (Posting now : resolution.postings()) {
            String key = written.keyOf(now);
            gone.remove(key);
            Posting before = written.postings().get(key);
            if (!now.equals(before)) {
                changed.add(new ChangedPosting(before, now));
            } else if (!written.keys().containsKey(now)) {
                written.keys().remove(before);
                written.keys().put(now, key);
                written.postings().put(key, now);
            }
        }
        gone.stream()
                .sorted()
                .forEach(
                        key -> changed.add(new ChangedPosting(written.postings().get(key), null)));
        return changed;
    }

    /** Notes that the changes are written, in the rows and in {@code written}. */
    void note(String payer, Written written, List<ChangedCommitment> changed, List<ChangedPosting> changedPostings) {
        for (ChangedCommitment commitment : changed) {
            String key = COMMITMENT + payer + "|" + commitment.id();
            if (commitment.hashes() == null || commitment.draft() == null) {
                commitments.delete(key);
                written.commitments().remove(commitment.id());
                written.drafts().remove(commitment.id());
            } else {
                commitments.put(key, commitment.hashes());
                written.commitments().put(commitment.id(), commitment.hashes());
                written.drafts().put(commitment.id(), commitment.draft());
            }
        }
        for (ChangedPosting posting : changedPostings) {
            String key = posting.either().key();
            Posting before = posting.now() == null
                    ? written.postings().remove(key)
                    : written.postings().put(key, posting.now());
            if (before != null) {
                written.keys().remove(before);
            }
            if (posting.now() == null) {
                postings.delete(POSTING + payer + "|" + key);
            } else {
                postings.put(POSTING + payer + "|" + key, posting.now());
                written.keys().put(posting.now(), key);
            }
        }
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
}
