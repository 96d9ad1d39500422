package io.outlay.enrich.evaluate;

import io.outlay.contracts.Change;
import io.outlay.contracts.Claim;
import io.outlay.contracts.EnrichedArticle;
import io.outlay.contracts.Measure;
import io.outlay.contracts.PayerKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Compares the claims read in one article with its labels, three times: all, forward-looking ones only, and those with the right
 * measure only. EQUITY and MEMO are left out on both sides.
 */
final class ClaimCheck {
    private static final Map<String, Set<Measure>> MEASURES = Map.of(
            "capex_guidance", Set.of(Measure.GUIDANCE),
            "infrastructure_commitment", Set.of(Measure.COMMITMENT),
            "government_programme", Set.of(Measure.PUBLIC, Measure.COMMITMENT),
            "compute_purchase", Set.of(Measure.PURCHASE),
            "reported_spend", Set.of(Measure.ACTUAL));
    private static final Set<PayerKind> STATES =
            Set.of(PayerKind.GOVERNMENT, PayerKind.CONSORTIUM, PayerKind.PROGRAMME, PayerKind.FUND);

    private final Label label;
    private final List<Claim> claims;
    private final Tally tally;

    ClaimCheck(Label label, EnrichedArticle tagged, Tally tally) {
        this.label = label;
        this.claims = tagged.claims().stream().filter(this::counts).toList();
        this.tally = tally;
    }

    private boolean counts(Claim c) {
        int at = c.evidence().amountStart();
        boolean baseline =
                c.measure() == Measure.ACTUAL && label.baselines().stream().anyMatch(span -> span.contains(at));
        boolean component = label.components().stream().anyMatch(span -> span.contains(at))
                && (c.partOf() != null
                        || c.change() == Change.RESTATED
                        || c.change() == Change.TOTAL
                        || c.change() == Change.ADDS);
        return c.measure() != Measure.EQUITY && c.measure() != Measure.MEMO && !baseline && !component;
    }

    void check() {
        if (label.announcements().isEmpty()) {
            tally.silentDocuments++;
            tally.claimsInSilentDocuments += (int)
                    claims.stream().filter(c -> c.measure() != Measure.ACTUAL).count();
        }
        check("claim", true, false);
        check("claim-forward", false, false);
        check("claim-strict", false, true);
    }

    private void check(String what, boolean withActual, boolean strict) {
        List<Claim> candidates = claims.stream()
                .filter(c -> withActual || c.measure() != Measure.ACTUAL)
                .toList();
        Map<Integer, Label.Announcement> used = new LinkedHashMap<>();
        for (Label.Announcement a : label.announcements()) {
            if (!withActual && a.kind().equals("reported_spend")) {
                continue;
            }
            int best = best(a, candidates, used, strict);
            if (best < 0) {
                tally.add(what, 0, 0, 1);
                if (what.equals("claim-forward")) {
                    tally.misses.add("claim-miss | " + label.id() + " | " + a.company() + " | " + a.high() + " | "
                            + a.currency() + " | " + a.kind());
                }
                continue;
            }
            used.put(best, a);
            tally.found(what);
            if (what.equals("claim")) {
                fields(a, candidates.get(best));
            }
        }
        for (int i = 0; i < candidates.size(); i++) {
            Claim c = candidates.get(i);
            if (!used.containsKey(i) && !restates(c, candidates, used, strict)) {
                tally.add(what, 0, 1, 0);
                if (what.equals("claim-forward")) {
                    tally.misses.add(
                            "claim-extra | " + label.id() + " | " + c.payer().name() + " | " + c.measure() + " | "
                                    + c.amount().headline() + " | " + c.amount().currency());
                }
            }
        }
    }

    private int best(
            Label.Announcement a, List<Claim> candidates, Map<Integer, Label.Announcement> used, boolean strict) {
        int best = -1;
        for (int i = 0; i < candidates.size(); i++) {
            Claim c = candidates.get(i);
            if (used.containsKey(i) || !agrees(a, c, strict)) {
                continue;
            }
            if (hasMeasure(a, c)) {
                return i;
            }
            best = best < 0 ? i : best;
        }
        return best;
    }

    /** A second claim on a matched announcement, of the same measure, restates it and is no error. */
    private static boolean restates(
            Claim c, List<Claim> candidates, Map<Integer, Label.Announcement> used, boolean strict) {
        for (Map.Entry<Integer, Label.Announcement> match : used.entrySet()) {
            if (agrees(match.getValue(), c, strict)
                    && candidates.get(match.getKey()).measure() == c.measure()) {
                return true;
            }
        }
        return false;
    }

    private static boolean agrees(Label.Announcement a, Claim c, boolean strict) {
        return isSamePayer(a, c) && isSameAmount(a, c) && (!strict || hasMeasure(a, c));
    }

    private static boolean hasMeasure(Label.Announcement a, Claim c) {
        return MEASURES.getOrDefault(a.kind(), Set.of()).contains(c.measure());
    }

    private static boolean isSamePayer(Label.Announcement a, Claim c) {
        String labelled = PartyNames.key(a.company());
        String found = PartyNames.key(c.payer().name());
        if (labelled.isEmpty() || found.isEmpty()) {
            return a.company().toLowerCase(Locale.ROOT).equals(c.payer().name().toLowerCase(Locale.ROOT));
        }
        return labelled.equals(found)
                || PartyNames.mayStandFor(found, labelled)
                || PartyNames.isState(a.company())
                        && c.payer().country().equals(a.companyCountry())
                        && STATES.contains(c.payer().kind());
    }

    private static boolean isSameAmount(Label.Announcement a, Claim c) {
        double headline = c.amount().headline();
        if (c.amount().currency().equals(a.currency())) {
            return MentionCheck.isClose(headline, a.high());
        }
        Double usd = a.usd();
        if (usd != null && usd != 0 && c.amount().currency().equals("USD")) {
            return MentionCheck.isClose(headline, usd);
        }
        Long printed = c.usdPrinted();
        return printed != null && a.currency().equals("USD") && MentionCheck.isClose((double) printed, a.high());
    }

    private void fields(Label.Announcement a, Claim c) {
        tally.field("measure", hasMeasure(a, c));
        if (a.spendCountry() != null && !a.spendCountry().isEmpty()) {
            tally.field("destination", a.spendCountry().equals(c.destination()));
        }
        tally.field("payer country", c.payer().country().equals(a.companyCountry()));
        tally.field("currency", c.amount().currency().equals(a.currency()));
        if (Set.of("raised", "cut", "cancelled").contains(a.status())) {
            tally.field(
                    "change",
                    c.change()
                            .name()
                            .startsWith(a.status().toUpperCase(Locale.ROOT).substring(0, 3)));
        }
        if (!a.horizonEnd().isEmpty()) {
            boolean near = c.period() != null
                    && c.period().end() != null
                    && Math.abs(c.period().end().getYear()
                                    - Integer.parseInt(a.horizonEnd().substring(0, 4)))
                            <= 1;
            tally.field("period end", near);
        }
        if (a.qualifier().equals("range") || a.qualifier().equals("exact")) {
            List<Boolean> ends = new ArrayList<>();
            ends.add(MentionCheck.isClose((double) c.amount().low(), a.low()));
            ends.add(MentionCheck.isClose((double) c.amount().high(), a.high()));
            tally.field("both ends", !ends.contains(false));
        }
    }
}
