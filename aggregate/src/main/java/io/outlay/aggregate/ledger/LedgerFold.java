package io.outlay.aggregate.ledger;

import io.outlay.aggregate.rolling.RollingTotals;
import io.outlay.contracts.ClaimSet;
import io.outlay.contracts.Commitment;
import io.outlay.contracts.CommitmentState;
import io.outlay.contracts.Correction;
import io.outlay.contracts.EnrichedArticle;
import io.outlay.contracts.Json;
import io.outlay.contracts.Payer;
import io.outlay.contracts.Posting;
import io.outlay.contracts.Revision;
import io.outlay.contracts.RollingTotal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The whole road from articles to the ledger, in memory and by the same code as the service: the same articles, corrections and rates
 * give the same lines in any order and however often each comes.
 *
 * @param commitments sorted by id
 * @param postings sorted by key
 */
public record LedgerFold(List<Commitment> commitments, List<Posting> postings) {
    public LedgerFold {
        commitments = List.copyOf(commitments);
        postings = List.copyOf(postings);
    }

    /** Of two versions of an article, the one whose text as JSON is greater holds; the caller passes the newest alone. */
    public static LedgerFold of(Collection<EnrichedArticle> articles, Collection<Correction> corrections, Rates rates) {
        Map<String, EnrichedArticle> byId = new TreeMap<>();
        for (EnrichedArticle article : articles) {
            byId.merge(article.articleId(), article, (a, b) -> Json.string(a).compareTo(Json.string(b)) >= 0 ? a : b);
        }
        List<ClaimSet> claims = byId.values().stream()
                .flatMap(article -> ClaimSet.byPayer(article).values().stream())
                .toList();
        return ofClaims(claims, corrections, rates);
    }

    /** @param claims each article's claims of a payer, once */
    public static LedgerFold ofClaims(Collection<ClaimSet> claims, Collection<Correction> corrections, Rates rates) {
        List<Correction> active = ActiveCorrections.of(corrections);
        Map<String, PayerInMemory> payers = new TreeMap<>();
        for (ClaimSet set : claims) {
            for (EffectiveClaimSet effective : EffectivePayer.of(set, active)) {
                payers.computeIfAbsent(effective.payer(), PayerInMemory::new).add(effective);
            }
        }
        List<Commitment> commitments = new ArrayList<>();
        List<Posting> postings = new ArrayList<>();
        for (PayerInMemory payer : payers.values()) {
            EvidenceBook book = new MemoryBook(payer.evidence);
            Resolution resolution = Ledger.resolve(payer.facts(), payer.rows(), active, rates, book);
            resolution.commitments().forEach(draft -> commitments.add(draft.with(book)));
            postings.addAll(resolution.postings());
        }
        commitments.sort(Comparator.comparing(Commitment::id));
        postings.sort(Posting.BY_KEY);
        return new LedgerFold(commitments, postings);
    }

    /**
     * The totals as of a day, sorted by key.
     *
     * @param countryName the name of a country code, several joined and {@code *} included
     */
    public List<RollingTotal> totals(LocalDate asOf, UnaryOperator<String> countryName) {
        return RollingTotals.of(postings, asOf, countryName);
    }

    /** What was announced by a day: the ledger without later revisions and postings. */
    public LedgerFold asOf(LocalDate day) {
        return new LedgerFold(
                commitments.stream().flatMap(c -> asOf(c, day).stream()).toList(),
                postings.stream().filter(p -> !p.day().isAfter(day)).toList());
    }

    /** What {@code outlay ledger} prints: commitments, postings and totals as of a day, a JSON value each, sorted by type and key. */
    public List<String> lines(LocalDate asOf, UnaryOperator<String> countryName) {
        LedgerFold then = asOf(asOf);
        return Stream.of(then.commitments, then.postings, then.totals(asOf, countryName))
                .flatMap(List::stream)
                .map(Json::string)
                .toList();
    }

    /** The day of the last revision or evidence; empty when nothing has a day. */
    public Optional<LocalDate> lastDay() {
        return commitments.stream()
                .flatMap(c -> Stream.concat(
                        Stream.ofNullable(c.newestEvidence()),
                        c.revisions().stream().flatMap(r -> Stream.ofNullable(r.day()))))
                .max(LocalDate::compareTo);
    }

    private static Optional<Commitment> asOf(Commitment c, LocalDate day) {
        List<Revision> then = c.revisions().stream()
                .filter(r -> r.day() == null || !r.day().isAfter(day))
                .toList();
        if (then.isEmpty()) {
            return Optional.empty();
        }
        if (then.size() == c.revisions().size()) {
            return Optional.of(c);
        }
        return Optional.of(new Commitment(
                c.type(),
                c.id(),
                c.figures(),
                c.payer(),
                c.measure(),
                c.destination(),
                c.site(),
                c.counterparty(),
                c.period(),
                state(c.state(), then),
                c.partOf(),
                then,
                c.articles(),
                c.independentSources(),
                c.newestEvidence(),
                c.corrections(),
                c.notes()));
    }

    /** A later pause or withdrawal had not come yet; what is rejected or disputed is so from the start. */
    private static CommitmentState state(CommitmentState now, List<Revision> then) {
        return switch (now) {
            case LIVE, PAUSED, CANCELLED ->
                switch (then.get(then.size() - 1).change()) {
                    case CANCELLED, DENIED -> CommitmentState.CANCELLED;
                    case PAUSED -> CommitmentState.PAUSED;
                    case NEW, RAISED, CUT, ADDS, TOTAL, RESTATED -> CommitmentState.LIVE;
                };
            case DISPUTED, REJECTED -> now;
        };
    }

    /** What the service keeps in stores for one payer. */
    private static final class PayerInMemory {
        private final String id;
        private final Map<Payer, Integer> stated = new TreeMap<>(Comparator.comparing(Json::string));
        private final Map<String, SightingRow> rows = new TreeMap<>();
        private final List<EvidenceRow> evidence = new ArrayList<>();

        PayerInMemory(String id) {
            this.id = id;
        }

        void add(EffectiveClaimSet set) {
            @Nullable Payer facts = set.facts();
            if (facts != null) {
                stated.merge(facts, 1, Integer::sum);
            }
            for (Sighting sighting : set.sightings()) {
                rows.merge(
                        sighting.key(),
                        new SightingRow(sighting, 1),
                        (a, b) -> new SightingRow(sighting, a.articles() + b.articles()));
            }
            evidence.addAll(set.evidence());
        }

        Payer facts() {
            return PayerFacts.of(id, stated);
        }

        Collection<SightingRow> rows() {
            return rows.values();
        }
    }
}
