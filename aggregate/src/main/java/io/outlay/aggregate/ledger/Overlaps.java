package io.outlay.aggregate.ledger;

import io.outlay.contracts.Commitment;
import io.outlay.contracts.Payer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * L9: a consortium and its members are payers of their own, and no rule moves money between them: that the same money may stand under both
 * is for the reader to know.
 */
public final class Overlaps {
    private Overlaps() {}

    /**
     * A payer some of whose members have commitments of their own.
     *
     * @param members those that have, in the order in which the payer names them
     */
    public record Overlap(Payer payer, List<Payer> members) {
        public Overlap {
            members = List.copyOf(members);
        }

        /** In a sentence. */
        public String note() {
            String names = members.stream().map(Payer::name).collect(Collectors.joining(", "));
            return names + (members.size() == 1 ? " is a member of " : " are members of ") + payer.name()
                    + " and stand" + (members.size() == 1 ? "s" : "") + " here with money of "
                    + (members.size() == 1 ? "its" : "their")
                    + " own: what is meant for " + payer.name() + " may stand under both";
        }
    }

    /** The payers that overlap, sorted by id. */
    public static List<Overlap> of(Collection<Commitment> commitments) {
        TreeMap<String, Payer> payers = new TreeMap<>();
        commitments.stream()
                .sorted(Comparator.comparing(Commitment::id))
                .forEach(c -> payers.putIfAbsent(c.payer().id(), c.payer()));
        List<Overlap> overlaps = new ArrayList<>();
        for (Payer payer : payers.values()) {
            List<Payer> members = payer.members().stream()
                    .map(payers::get)
                    .filter(Objects::nonNull)
                    .toList();
            if (!members.isEmpty()) {
                overlaps.add(new Overlap(payer, members));
            }
        }
        return List.copyOf(overlaps);
    }
}
