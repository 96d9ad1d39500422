package io.outlay.dashboard.view;

import io.outlay.contracts.Commitment;
import io.outlay.contracts.Correction;
import io.outlay.contracts.Posting;
import io.outlay.contracts.RollingTotal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the public topics say now. One thread puts records in, any number ask; each answer is of one moment.
 *
 * <p>Everything is the last value of its key: put in twice, or in any order between keys, it is the same view.
 */
public final class LedgerView {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final CommitmentIndex commitments = new CommitmentIndex();
    private final PostingIndex postings = new PostingIndex();
    private final NavigableMap<String, RollingTotal> byCompany = new TreeMap<>();
    private final NavigableMap<String, RollingTotal> byCountry = new TreeMap<>();
    private final NavigableMap<String, Correction> corrections = new TreeMap<>();

    /** @param now null: gone, as in all that follow */
    public void putCommitment(String key, @Nullable Commitment now) {
        change(() -> commitments.put(key, now));
    }

    public void putPosting(String key, @Nullable Posting now) {
        change(() -> postings.put(key, now));
    }

    public void putCompanyTotal(String key, @Nullable RollingTotal now) {
        change(() -> put(byCompany, key, now));
    }

    public void putCountryTotal(String key, @Nullable RollingTotal now) {
        change(() -> put(byCountry, key, now));
    }

    public void putCorrection(String key, @Nullable Correction now) {
        change(() -> put(corrections, key, now));
    }

    /** Forgets everything, to be filled anew. */
    public void clear() {
        change(() -> {
            commitments.clear();
            postings.clear();
            byCompany.clear();
            byCountry.clear();
            corrections.clear();
        });
    }

    /** Totals, greatest first: of now as the topics have them, of another day summed from the postings. */
    public List<EntityTotal> totals(TotalsQuery query) {
        return ask(() -> query.asOf() != null
                ? Totals.summed(postings, query, query.asOf())
                : Totals.published((query.by() == Dimension.COMPANY ? byCompany : byCountry).values(), query));
    }

    /** Stock and net change over time, the greatest strand first. */
    public List<Strand> series(SeriesQuery query) {
        return ask(() -> Course.of(postings, query));
    }

    /** The greatest changes within a course that are no first announcement, in the order of their days. */
    public List<Posting> revisions(SeriesQuery query, int atMost) {
        return ask(() -> Course.revisions(postings, query, atMost));
    }

    /** The postings behind a total, newest first. */
    public List<Posting> behind(TotalsQuery query, LocalDate asOf) {
        return ask(() -> Totals.behind(postings, query, asOf));
    }

    /** The postings of one line, by day. */
    public List<Posting> postingsOf(String line) {
        return ask(() -> postings.ofLine(line));
    }

    public CommitmentPage commitments(CommitmentQuery query) {
        return ask(() -> commitments.search(query));
    }

    /** @param id of a commitment, or of any of its figures */
    public Optional<Commitment> commitment(String id) {
        return ask(() -> Optional.ofNullable(commitments.find(id)));
    }

    /** @param id of a commitment */
    public @Nullable CommitmentRow row(String id) {
        return asked(() -> commitments.row(id));
    }

    /** The commitments that are part of another one, by id. */
    public List<CommitmentRow> partsOf(String id) {
        return ask(() -> commitments.rows().stream()
                .filter(row -> id.equals(row.partOf()))
                .toList());
    }

    /** The first and the last day with a posting; empty when there is none. */
    public Optional<DayRange> days() {
        return ask(postings::days);
    }

    /** How much it holds. */
    public Size size() {
        return ask(() -> new Size(commitments.size(), postings.size()));
    }

    /** @param commitments how many, {@code postings} likewise */
    public record Size(int commitments, int postings) {}

    /** Both days inclusive. */
    public record DayRange(LocalDate first, LocalDate last) {}

    /** The payers that have a commitment, by id, sorted. */
    public List<String> payers() {
        return ask(() -> List.copyOf(commitments.payers()));
    }

    /** All commitments as they stand, by id. */
    public List<Commitment> allCommitments() {
        return copy(commitments::all);
    }

    /** All commitments, each on its flat line, by id. */
    public List<CommitmentRow> allRows() {
        return copy(commitments::rows);
    }

    /** All postings, by key; as the other lists, a copy of the moment. */
    public List<Posting> allPostings() {
        return copy(postings::all);
    }

    public List<RollingTotal> allCompanyTotals() {
        return copy(byCompany::values);
    }

    public List<RollingTotal> allCountryTotals() {
        return copy(byCountry::values);
    }

    public List<Correction> allCorrections() {
        return copy(corrections::values);
    }

    private static <V> void put(NavigableMap<String, V> map, String key, @Nullable V now) {
        if (now == null) {
            map.remove(key);
        } else {
            map.put(key, now);
        }
    }

    private <T> List<T> copy(Supplier<Collection<T>> all) {
        return ask(() -> List.copyOf(all.get()));
    }

    private void change(Runnable change) {
        lock.writeLock().lock();
        try {
            change.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private <T> T ask(Supplier<T> question) {
        return Objects.requireNonNull(asked(question));
    }

    private <T> @Nullable T asked(Supplier<@Nullable T> question) {
        lock.readLock().lock();
        try {
            return question.get();
        } finally {
            lock.readLock().unlock();
        }
    }
}
