package io.outlay.aggregate.ledger;

import io.outlay.contracts.Counterparty;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Period;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the figures of a line together say that it is about: of each part what most articles have, unknown parts not counted.
 *
 * @param periodDoubt what to tell the reader when texts conflict on the period; null when they don't
 */
record LineFit(Fit fit, @Nullable Counterparty counterparty, @Nullable Period period, @Nullable String periodDoubt) {
    /** R8: a period that fewer than so many times as many articles name as any other is disputed. */
    private static final int CLEAR_MAJORITY = 3;

    private static final Comparator<String> MORE_EXACT_PLACE =
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder());

    static LineFit of(Collection<Member> members) {
        Figure any = members.iterator().next().summary.figure();
        if (members.size() == 1 || allAlike(members, any)) {
            return new LineFit(Fit.of(any), any.counterparty(), any.period(), null);
        }
        Map<String, Integer> ids = votes(
                members, f -> f.counterparty() == null ? null : f.counterparty().id());
        String id = Votes.winner(ids, Comparator.naturalOrder());
        Counterparty counterparty = Votes.winner(
                votes(
                        members,
                        f -> f.counterparty() != null && f.counterparty().id().equals(id) ? f.counterparty() : null),
                Comparator.comparing(Counterparty::name));
        Map<String, Integer> keys =
                votes(members, f -> f.period() == null ? null : f.period().key());
        String key = Votes.winner(keys, Comparator.naturalOrder());
        Period period = Votes.winner(
                votes(members, f -> f.period() != null && f.period().key().equals(key) ? f.period() : null),
                Comparator.comparing(Period::start, Statement.UNKNOWN_DAY_LAST)
                        .thenComparing(Period::end, Statement.UNKNOWN_DAY_LAST));
        String doubt = null;
        if (any.measure() == Measure.GUIDANCE && key != null && keys.size() > 1) {
            doubt = "texts name its period as "
                    + String.join(", ", keys.keySet().stream().sorted().toList());
            int most = keys.getOrDefault(key, 0);
            boolean clear = keys.entrySet().stream()
                    .allMatch(e -> e.getKey().equals(key) || most >= CLEAR_MAJORITY * e.getValue());
            period = clear ? period : new Period(null, null, null, Periods.DISPUTED);
        }
        Fit fit = new Fit(
                any.measure(),
                Votes.winner(votes(members, Figure::destination), Comparator.naturalOrder()),
                Votes.winner(votes(members, Figure::site), MORE_EXACT_PLACE),
                id,
                period);
        return new LineFit(fit, counterparty, period, doubt);
    }

    private static boolean allAlike(Collection<Member> members, Figure one) {
        for (Member m : members) {
            Figure f = m.summary.figure();
            if (!Objects.equals(f.destination(), one.destination())
                    || !Objects.equals(f.site(), one.site())
                    || !Objects.equals(f.period(), one.period())
                    || !Objects.equals(f.counterparty(), one.counterparty())) {
                return false;
            }
        }
        return true;
    }

    private static <T> Map<T, Integer> votes(Collection<Member> members, Function<Figure, @Nullable T> part) {
        Map<T, Integer> votes = new HashMap<>();
        for (Member m : members) {
            T value = part.apply(m.summary.figure());
            if (value != null) {
                votes.put(value, 0);
            }
        }
        if (votes.size() > 1) { // where all that name it agree, nobody needs to be counted
            for (Member m : members) {
                T value = part.apply(m.summary.figure());
                if (value != null) {
                    votes.merge(value, m.articles(), Integer::sum);
                }
            }
        }
        return votes;
    }
}
