package io.outlay.aggregate.ledger;

import io.outlay.contracts.Payer;
import io.outlay.contracts.PayerKind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** What is known of a payer: where claims disagree, the most frequent statement holds, then the smallest. */
public final class PayerFacts {
    private PayerFacts() {}

    /**
     * @param stated each way in which claim sets state the payer, with how many do; empty when all of its claims were moved to it
     *     by corrections
     */
    public static Payer of(String payer, Map<Payer, Integer> stated) {
        if (stated.isEmpty()) {
            return new Payer(payer, payer, "*", PayerKind.COMPANY, List.of());
        }
        return new Payer(
                payer,
                vote(stated, Payer::name, Comparator.naturalOrder()),
                country(stated),
                vote(stated, Payer::kind, Comparator.naturalOrder()),
                vote(stated, Payer::members, Comparator.comparing(members -> String.join(" ", members))));
    }

    /** An unknown country is no statement. */
    private static String country(Map<Payer, Integer> stated) {
        Map<Payer, Integer> known = new HashMap<>(stated);
        known.keySet().removeIf(payer -> payer.country().equals("*"));
        return known.isEmpty() ? "*" : vote(known, Payer::country, Comparator.naturalOrder());
    }

    private static <T> T vote(Map<Payer, Integer> stated, Function<Payer, T> field, Comparator<T> smallest) {
        Map<T, Integer> votes = new HashMap<>();
        stated.forEach((payer, count) -> votes.merge(field.apply(payer), count, Integer::sum));
        return Objects.requireNonNull(Votes.winner(votes, smallest), "somebody states it");
    }
}
