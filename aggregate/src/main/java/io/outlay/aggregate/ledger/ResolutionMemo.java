package io.outlay.aggregate.ledger;

import io.outlay.aggregate.ledger.Resolution.Part;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Payer;
import io.outlay.contracts.Posting;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a payer's figures last came to, measure by measure. No rule looks across measures, so one more article is resolved with the
 * figures of its measure alone. It holds for one state of rates and corrections: when they change, a new one is begun.
 */
public final class ResolutionMemo {
    private final Map<Measure, Known> byMeasure = new EnumMap<>(Measure.class);
    private @Nullable Rates once;
    private @Nullable Series announced;

    /** The line {@code payer.announced}, and the postings of each part that it follows from. */
    private record Series(Payer payer, List<List<Posting>> from, Part part) {}

    /**
     * What figures come to.
     *
     * @param weighed the figures of which a decision asked how many articles state them, or who
     */
    record Outcome(Part part, Set<String> weighed) {}

    private record Known(Payer payer, List<FigureSummary> figures, Outcome outcome) {
        /**
         * What the figures come to now, when that is known: how many more articles state some of them, which no decision has weighed,
         * changes nothing but their number. Null when all must be resolved anew.
         *
         * <p>A figure of which no row changed is the very same object; to compare all would cost what is saved.
         */
        @SuppressWarnings("ReferenceEquality")
        @Nullable
        Part with(Payer nowPayer, List<FigureSummary> now) {
            if (figures.size() != now.size() || !payer.equals(nowPayer)) {
                return null;
            }
            Map<String, Integer> more = new HashMap<>();
            for (int i = 0; i < now.size(); i++) {
                FigureSummary before = figures.get(i);
                FigureSummary after = now.get(i);
                if (before != after) {
                    if (outcome.weighed().contains(before.id()) || !after.saysTheSameAs(before)) {
                        return null;
                    }
                    more.put(after.id(), after.articles() - before.articles());
                }
            }
            return more.isEmpty() ? outcome.part() : outcome.part().with(more);
        }
    }

    /** The rates, looked up once for as long as the memo holds. */
    Rates lookedUpOnce(Rates rates) {
        Rates known = once;
        if (known == null) {
            known = rates.lookedUpOnce();
            once = known;
        }
        return known;
    }

    Part get(Measure measure, Payer payer, List<FigureSummary> figures, Supplier<Outcome> otherwise) {
        @Nullable Known known = byMeasure.get(measure);
        Part same = known == null ? null : known.with(payer, figures);
        Outcome outcome = known == null || same == null
                ? otherwise.get()
                : new Outcome(same, known.outcome().weighed());
        Part part = outcome.part();
        if (known != null && known.outcome().part().postings().equals(part.postings())) {
            // no money moved: the very same postings
            part = new Part(part.commitments(), known.outcome().part().postings());
        }
        byMeasure.put(measure, new Known(payer, List.copyOf(figures), new Outcome(part, outcome.weighed())));
        return part;
    }

    /** ANNOUNCED of the parts, made anew only when postings moved. */
    Part announced(Payer payer, List<Part> parts) {
        Series known = announced;
        List<List<Posting>> from = parts.stream().map(Part::postings).toList();
        if (known == null || !known.payer().equals(payer) || !areSame(known.from(), from)) {
            known = new Series(payer, from, new Part(List.of(), Announced.of(payer, new Resolution(parts).postings())));
            announced = known;
        }
        return known.part();
    }

    @SuppressWarnings("ReferenceEquality") // the same object says the same
    private static boolean areSame(List<List<Posting>> before, List<List<Posting>> now) {
        boolean same = before.size() == now.size();
        for (int i = 0; same && i < now.size(); i++) {
            same = before.get(i) == now.get(i);
        }
        return same;
    }

    void forget() {
        byMeasure.clear();
        announced = null;
    }
}
