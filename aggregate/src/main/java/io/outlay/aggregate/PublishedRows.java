package io.outlay.aggregate;

import io.outlay.aggregate.ledger.CommitmentDraft;
import io.outlay.aggregate.ledger.EvidenceBook;
import io.outlay.aggregate.ledger.Resolution;
import io.outlay.aggregate.ledger.Resolution.Part;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

    /** What was written of one payer, and the resolution that it was made from. */
    static final class Written {
        private final Map<String, WrittenCommitment> commitments;
        private List<Part> parts;
        /** Whether the parts know the commitments, and not the rows alone. */
        private boolean drafted;

        private Written(Map<String, WrittenCommitment> commitments, List<Posting> postings) {
            this.commitments = commitments;
            this.parts = List.of(new Part(List.of(), postings));
        }

        /** The parts that a resolution does not take over as they were. */
        private List<Part> leftBy(Resolution resolution) {
            return without(parts, resolution.parts());
        }

        /** The parts of a resolution that are not as they were. */
        private List<Part> newIn(Resolution resolution) {
            return without(resolution.parts(), parts);
        }

        @SuppressWarnings("ReferenceEquality") // the same object says the same; another may, and is compared in full
        private static List<Part> without(List<Part> parts, List<Part> others) {
            return parts.stream()
                    .filter(part -> others.stream().noneMatch(other -> other == part))
                    .toList();
        }
    }

    /**
     * A commitment to be written.
     *
     * @param hashes null, as {@code now}, when it is gone
     * @param visible whether the public record changed, and not only what it was made from
     */
    record ChangedCommitment(
            String id, @Nullable WrittenCommitment hashes, @Nullable Commitment now, boolean visible) {}

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
        Map<String, WrittenCommitment> ofPayer = new HashMap<>();
        for (Rows.Row row : JsonRows.rowsOf(rows, prefix)) {
            ofPayer.put(row.key().substring(prefix.length()), commitments.read(row.value()));
        }
        return new Written(ofPayer, postings.all(POSTING + payer + "|"));
    }

    /**
     * The commitments that differ from what was written.
     *
     * @param touched the figures whose evidence changed since the payer was last resolved
     */
    static List<ChangedCommitment> commitments(
            Written written, Resolution resolution, Set<String> touched, EvidenceBook book) {
        Map<String, CommitmentDraft> drafts = new HashMap<>();
        written.leftBy(resolution).forEach(part -> part.commitments().forEach(draft -> drafts.put(draft.id(), draft)));
        Set<String> gone = new TreeSet<>(written.drafted ? drafts.keySet() : written.commitments.keySet());
        List<ChangedCommitment> changed = new ArrayList<>();
        for (Part part : written.newIn(resolution)) {
            for (CommitmentDraft draft : part.commitments()) {
                gone.remove(draft.id());
                boolean sameEvidence = Collections.disjoint(draft.bare().figures(), touched);
                if (!sameEvidence || !draft.equals(drafts.get(draft.id()))) {
                    ChangedCommitment change = changed(written.commitments.get(draft.id()), draft, sameEvidence, book);
                    if (change != null) {
                        changed.add(change);
                    }
                }
            }
        }
        gone.forEach(id -> changed.add(new ChangedCommitment(id, null, null, true)));
        return changed;
    }

    private static @Nullable ChangedCommitment changed(
            @Nullable WrittenCommitment before, CommitmentDraft draft, boolean sameEvidence, EvidenceBook book) {
        String draftHash = Ids.hash(Json.string(draft));
        if (before != null && sameEvidence && draftHash.equals(before.draft())) {
            return null;
        }
        Commitment whole = draft.with(book);
        WrittenCommitment hashes = new WrittenCommitment(draftHash, Ids.hash(Json.string(whole)));
        if (hashes.equals(before)) {
            return null;
        }
        boolean visible = before == null || !before.whole().equals(hashes.whole());
        return new ChangedCommitment(draft.id(), hashes, whole, visible);
    }

    /** The postings that differ from what was written, in order of key. */
    static List<ChangedPosting> postings(Written written, Resolution resolution) {
        List<Posting> before = byKey(withoutPostingsOf(written.parts, resolution.parts()));
        List<Posting> now = byKey(withoutPostingsOf(resolution.parts(), written.parts));
        List<ChangedPosting> changed = new ArrayList<>();
        int b = 0;
        int n = 0;
        while (b < before.size() || n < now.size()) {
            int order =
                    b == before.size() ? 1 : n == now.size() ? -1 : Posting.BY_KEY.compare(before.get(b), now.get(n));
            Posting was = order <= 0 ? before.get(b++) : null;
            Posting is = order >= 0 ? now.get(n++) : null;
            if (!Objects.equals(was, is)) {
                changed.add(new ChangedPosting(was, is));
            }
        }
        return changed;
    }

    @SuppressWarnings("ReferenceEquality") // as in Written
    private static List<Part> withoutPostingsOf(List<Part> parts, List<Part> others) {
        return parts.stream()
                .filter(part -> others.stream().noneMatch(other -> other.postings() == part.postings()))
                .toList();
    }

    private static List<Posting> byKey(List<Part> parts) {
        List<Posting> postings = new ArrayList<>();
        parts.forEach(part -> postings.addAll(part.postings()));
        postings.sort(Posting.BY_KEY);
        return postings;
    }

    /** Notes in the rows and in {@code written} what a resolution changed. */
    void note(
            String payer,
            Written written,
            Resolution resolution,
            List<ChangedCommitment> changed,
            List<ChangedPosting> changedPostings) {
        for (ChangedCommitment commitment : changed) {
            String key = COMMITMENT + payer + "|" + commitment.id();
            if (commitment.hashes() == null) {
                commitments.delete(key);
                written.commitments.remove(commitment.id());
            } else {
                commitments.put(key, commitment.hashes());
                written.commitments.put(commitment.id(), commitment.hashes());
            }
        }
        for (ChangedPosting posting : changedPostings) {
            String key = POSTING + payer + "|" + posting.either().key();
            if (posting.now() == null) {
                postings.delete(key);
            } else {
                postings.put(key, posting.now());
            }
        }
        written.parts = resolution.parts();
        written.drafted = true;
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
