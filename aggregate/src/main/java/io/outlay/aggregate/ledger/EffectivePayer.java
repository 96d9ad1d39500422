package io.outlay.aggregate.ledger;

import io.outlay.aggregate.ledger.EffectiveClaimSet.EffectiveClaim;
import io.outlay.contracts.Amount;
import io.outlay.contracts.Claim;
import io.outlay.contracts.ClaimSet;
import io.outlay.contracts.Correction;
import io.outlay.contracts.Correction.Action;
import io.outlay.contracts.Correction.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whose numbers an article's claims enter, once analysts have spoken. A correction of one article's claim (reject, set, move) and the
 * move of a figure are applied here; corrections of figures and commitments that stay with their payer are {@link Ledger}'s.
 */
public final class EffectivePayer {
    private EffectivePayer() {}

    /**
     * The article's claims by effective payer, sorted by payer.
     *
     * @param active see {@link ActiveCorrections#of}; those for other payers are passed over
     */
    public static List<EffectiveClaimSet> of(ClaimSet claims, List<Correction> active) {
        String stated = claims.payer().id();
        List<Correction> relevant =
                active.stream().filter(c -> stated.equals(c.payer())).toList();
        Map<String, List<EffectiveClaim>> byPayer = new TreeMap<>();
        for (Claim claim : claims.claims()) {
            Sighting sighting = corrected(claims.articleId(), claim, relevant);
            byPayer.computeIfAbsent(sighting.figure().payer(), payer -> new ArrayList<>())
                    .add(new EffectiveClaim(sighting, claim.confidence(), claim.evidence()));
        }
        return byPayer.entrySet().stream()
                .map(e -> new EffectiveClaimSet(
                        e.getKey(),
                        stated,
                        e.getKey().equals(stated) ? claims.payer() : null,
                        claims.articleId(),
                        claims.url(),
                        claims.title(),
                        claims.source(),
                        claims.publishedAt(),
                        claims.bands(),
                        e.getValue()))
                .toList();
    }

    private static Sighting corrected(String articleId, Claim claim, List<Correction> corrections) {
        Sighting sighting = new Sighting(
                new Figure(
                        claim.figure(),
                        claim.payer().id(),
                        claim.measure(),
                        claim.amount(),
                        claim.period(),
                        claim.destination(),
                        claim.site(),
                        claim.counterparty()),
                null,
                claim.announcedOn(),
                claim.status(),
                claim.change(),
                claim.previous(),
                claim.partOf(),
                claim.usdPrinted(),
                List.of());
        for (Correction correction : corrections) {
            Target target = correction.target();
            if (target == null || !hits(target, articleId, claim)) {
                continue;
            }
            boolean oneClaim = target.articleId() != null;
            if (correction.action() == Action.MOVE && correction.to() != null) {
                sighting = SetField.PAYER.on(sighting, correction.to(), correction);
            } else if (correction.action() == Action.REJECT && oneClaim) {
                sighting = SetField.with(sighting, correction);
            } else if (correction.action() == Action.SET && oneClaim) {
                sighting = SetField.apply(sighting, correction);
            }
        }
        return sighting;
    }

    private static boolean hits(Target target, String articleId, Claim claim) {
        if (target.articleId() == null) {
            return claim.figure().equals(target.figure() != null ? target.figure() : target.commitment());
        }
        return target.articleId().equals(articleId)
                && (target.measure() == null || target.measure() == claim.measure())
                && (target.amount() == null || sameMoney(target.amount(), claim.amount()));
    }

    /** An analyst names an amount by its numbers, not by how a text qualifies it. */
    private static boolean sameMoney(Amount a, Amount b) {
        return a.low() == b.low()
                && a.headline() == b.headline()
                && a.high() == b.high()
                && a.currency().equals(b.currency());
    }
}
