package io.outlay.enrich.text.claim;

import io.outlay.enrich.text.claim.PayerCandidates.Candidate;
import io.outlay.enrich.text.entity.Company;
import io.outlay.enrich.text.entity.CompanyTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who pays an amount: every candidate is weighed, the weights make probabilities (softmax, {@code nobody} being one of the
 * candidates), and those of the same payer add up.
 */
final class PayerRanker {
    /** A payer with the probability that it is the one; the mention of it that speaks loudest. */
    record Ranked(@Nullable PayerFound payer, double probability) {}

    private final CompanyTable companies;
    private final Weights weights;

    PayerRanker(CompanyTable companies, Weights weights) {
        this.companies = companies;
        this.weights = weights;
    }

    /** All who may pay, the likeliest first, of equals the earlier. */
    List<Ranked> rank(Amidst amidst) {
        List<Candidate> candidates = PayerCandidates.of(amidst, companies);
        PayerSigns signs = new PayerSigns(amidst, candidates);
        double[] odds = new double[candidates.size() + 1];
        odds[candidates.size()] = weights.sum(signs.ofNobody());
        double most = odds[candidates.size()];
        for (int i = 0; i < candidates.size(); i++) {
            odds[i] = weights.sum(signs.of(candidates.get(i)));
            most = Math.max(most, odds[i]);
        }
        double sum = 0;
        for (int i = 0; i < odds.length; i++) {
            odds[i] = Math.exp(odds[i] - most);
            sum += odds[i];
        }
        Map<String, Ranked> byPayer = new LinkedHashMap<>();
        Map<String, Double> loudest = new LinkedHashMap<>();
        for (int i = 0; i < candidates.size(); i++) {
            PayerFound payer = asOne(candidates.get(i).payer());
            double probability = odds[i] / sum;
            String id = Payers.of(payer.parties()).id();
            Ranked before = byPayer.get(id);
            boolean louder = before == null || probability > loudest.getOrDefault(id, 0.0);
            byPayer.put(
                    id,
                    new Ranked(
                            before == null || louder ? payer : before.payer(),
                            probability + (before == null ? 0 : before.probability())));
            if (louder) {
                loudest.put(id, probability);
            }
        }
        List<Ranked> ranked = new ArrayList<>(byPayer.values());
        ranked.add(new Ranked(null, odds[candidates.size()] / sum));
        ranked.sort((a, b) -> Double.compare(b.probability, a.probability));
        return ranked;
    }

    /** Several parties that are the members of a known consortium are that consortium. */
    PayerFound asOne(PayerFound found) {
        if (found.parties().size() < 2) {
            return found;
        }
        Company consortium = Payers.consortiumOf(found.parties(), companies);
        List<Company> parties = consortium == null ? Purchase.withoutSuppliers(found.parties()) : List.of(consortium);
        return new PayerFound(parties, found.how(), found.from(), found.to());
    }
}
