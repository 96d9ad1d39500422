package io.outlay.aggregate.ledger;

import io.outlay.contracts.*;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.*;
import org.jspecify.annotations.Nullable;

/** One figure, one commitment: a first resolution. */
final class PlainResolution {
    private PlainResolution() {}

    static Resolution of(Payer payer, Collection<SightingRow> rows, Rates rates) {
        Map<String, List<SightingRow>> byFigure = new TreeMap<>();
        for (SightingRow row : rows) {
            byFigure.computeIfAbsent(row.sighting().figure().id(), id -> new ArrayList<>())
                    .add(row);
        }
        List<CommitmentDraft> drafts = new ArrayList<>();
        List<Posting> postings = new ArrayList<>();
        byFigure.forEach((id, ofFigure) -> {
            Figure f = ofFigure.get(0).sighting().figure();
            LocalDate day = null;
            int articles = 0;
            Status status = Status.RUMOUR;
            for (SightingRow row : ofFigure) {
                LocalDate d = row.sighting().day();
                day = d == null ? day : day == null || d.isBefore(day) ? d : day;
                articles += row.articles();
                status = row.sighting().status().compareTo(status) > 0
                        ? row.sighting().status()
                        : status;
            }
            Amount a = f.amount();
            RateUsed rate = day == null ? null : rates.on(a.currency(), day);
            Band usd = rate == null ? null : new Band(usd(a.low(), rate), usd(a.headline(), rate), usd(a.high(), rate));
            Revision revision = new Revision(
                    id,
                    day,
                    a.low(),
                    a.headline(),
                    a.high(),
                    a.currency(),
                    usd,
                    rate,
                    usd,
                    "stated",
                    status,
                    Change.NEW,
                    List.of());
            drafts.add(new CommitmentDraft(
                    new Commitment(
                            Commitment.TYPE,
                            id,
                            List.of(id),
                            payer,
                            f.measure(),
                            f.destination(),
                            f.site(),
                            f.counterparty(),
                            f.period(),
                            CommitmentState.LIVE,
                            null,
                            List.of(revision),
                            articles,
                            0,
                            null,
                            List.of(),
                            List.of()),
                    List.of(new CommitmentDraft.Support(List.of(id), null))));
            if (day != null && f.measure().hasTotals()) {
                postings.add(posting(payer, id, f, day, usd, a));
            }
        });
        return new Resolution(drafts, postings);
    }

    private static Posting posting(Payer payer, String line, Figure f, LocalDate day, @Nullable Band usd, Amount a) {
        return new Posting(
                Posting.TYPE,
                line,
                payer.id(),
                payer.name(),
                payer.country(),
                f.destination() == null ? "*" : f.destination(),
                f.measure(),
                day,
                usd == null ? null : usd.low(),
                usd == null ? null : usd.headline(),
                usd == null ? null : usd.high(),
                a.low(),
                a.headline(),
                a.high(),
                a.currency(),
                "new");
    }

    private static long usd(long units, RateUsed rate) {
        return new BigDecimal(units)
                .divide(new BigDecimal(rate.unitsPerUsd()), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }
}
