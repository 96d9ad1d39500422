package io.outlay.enrich.text.claim;

import io.outlay.contracts.CsvTable;
import io.outlay.contracts.MoneyRole;
import io.outlay.contracts.Qualifier;
import io.outlay.enrich.text.claim.PayerFound.How;
import io.outlay.enrich.text.entity.EntityKind;
import io.outlay.enrich.text.prose.Cue;
import io.outlay.enrich.text.prose.CueKind;
import io.outlay.enrich.text.prose.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Weighs whether an amount is AI spending: named signs, each with a weight from {@code weights.csv} in log-odds. The sum, as a
 * probability, is the claim's confidence.
 */
final class SpendingScore {
    /** @param value how strongly the sign shows, 1 for a plain yes */
    record Sign(String name, double value) {}

    /** The most steps at which an AI word is near an amount. */
    private static final int NEAR = 16;

    private static final Map<String, Double> WEIGHTS = weights();

    private SpendingScore() {}

    private static Map<String, Double> weights() {
        Map<String, Double> weights = new HashMap<>();
        for (CsvTable.Row row :
                CsvTable.resource(SpendingScore.class, "weights.csv").rows()) {
            weights.put(row.need("sign"), Double.parseDouble(row.need("weight")));
        }
        return Map.copyOf(weights);
    }

    static double weightOf(Sign sign) {
        Double weight = WEIGHTS.get(sign.name());
        if (weight == null) {
            throw new IllegalStateException("weights.csv has no weight for the sign " + sign.name());
        }
        return weight * sign.value();
    }

    /** The probability that the amount is AI spending of a payer. */
    static double probability(List<Sign> signs) {
        double sum = 0;
        for (Sign sign : signs) {
            sum += weightOf(sign);
        }
        return 1 / (1 + Math.exp(-sum));
    }

    static List<Sign> signs(Case c) {
        List<Sign> signs = new ArrayList<>();
        signs.add(new Sign("bias", 1));
        signs.add(new Sign("spending-words", Math.min(1.6, c.loudest(MoneyRole.SPENDING))));
        double other = 0;
        for (MoneyRole role : MoneyRole.values()) {
            boolean counts =
                    role != MoneyRole.SPENDING && role != MoneyRole.PART && !(role == MoneyRole.FUNDING && isState(c));
            other = counts ? Math.max(other, Math.min(1.6, c.loudest(role))) : other;
        }
        signs.add(new Sign("other-words", other));
        purpose(c, signs);
        payer(c, signs);
        if (c.before(CueKind.MIGHT, 5)) {
            signs.add(new Sign("might", 1));
        }
        Vote trigger = c.trigger();
        if (trigger != null && isOnlyVerb(trigger.kind()) && !speaksOfCapex(c)) {
            signs.add(new Sign("expects-no-capex", 1));
        }
        if (c.money().what().qualifier() == Qualifier.VAGUE) {
            signs.add(new Sign("vague", 1));
        }
        if (c.before(CueKind.RECEIVE, 6)
                && !(c.payer() != null && c.payer().how() == How.AGENT)
                && !c.isTriggeredBy(CueKind.DEAL)) {
            signs.add(new Sign("received", 1));
        }
        if (c.before(CueKind.BASELINE, 1) && !opensRange(c) || c.before(CueKind.PREVIOUS, 5)) {
            signs.add(new Sign("compared-with", 1));
        }
        if (isMeasuredAgainst(c)) {
            signs.add(new Sign("no-sum-of-its-own", 1));
        }
        if (Readings.isStake(c) && Purchase.isOfAi(c)) {
            signs.add(new Sign("stake-in-ai", 1));
        }
        PayerFound payer = c.payer();
        if (payer != null && payer.how() == How.BRACKETS && listsSpenders(c)) {
            signs.add(new Sign("in-a-list-of-spenders", 1));
        }
        if (trigger != null && trigger.kind() == CueKind.GRANT && !isState(c)) {
            signs.add(new Sign("grant-of-no-state", 1));
        }
        if (c.money().what().conversion()) {
            signs.add(new Sign("conversion", 1));
        }
        if (c.money().what().headline() < 20_000_000) {
            signs.add(new Sign("small", 1));
        }
        return signs;
    }

    private static boolean listsSpenders(Case c) {
        Scene scene = c.scene();
        return scene.has(CueKind.CAPEX)
                || scene.has(CueKind.SPEND)
                || scene.has(CueKind.INVEST)
                || scene.has(CueKind.SPENDING);
    }

    private static boolean isOnlyVerb(CueKind kind) {
        return kind == CueKind.EXPECT || kind == CueKind.RAISE || kind == CueKind.CUT;
    }

    private static boolean isState(Case c) {
        PayerFound payer = c.payer();
        return payer != null && payer.first().kind() == EntityKind.GOVERNMENT;
    }

    /** {@code rose from $5 billion to $7 billion}: no, but {@code from $60 billion to $65 billion} is read as one range. */
    private static boolean opensRange(Case c) {
        return c.money().what().low() != c.money().what().high()
                && c.scene().tokens().hash(Math.max(0, c.money().from() - 1)) == FROM
                && !c.before(CueKind.PREVIOUS, 6)
                && c.scene().before(c.money().from(), CueKind.BASELINE) != null
                && isBareFrom(c);
    }

    private static boolean isBareFrom(Case c) {
        Cue cue = c.scene().before(c.money().from(), CueKind.BASELINE);
        return cue != null && cue.to() - cue.from() == 1;
    }

    /** {@code $15 billion higher than} another figure, {@code $15 billion for every} gigawatt: a difference, a rate. */
    private static boolean isMeasuredAgainst(Case c) {
        Tokens tokens = c.scene().tokens();
        int next = c.money().to();
        return Grammar.is(tokens, next, HIGHER) && Grammar.is(tokens, next + 1, THAN)
                || Grammar.is(tokens, next, FOR) && Grammar.is(tokens, next + 1, EVERY);
    }

    private static final Set<Long> HIGHER = RoleReader.hashes("higher", "lower", "more", "less");
    private static final Set<Long> FOR = RoleReader.hashes("for");
    private static final Set<Long> EVERY = RoleReader.hashes("every", "each");
    private static final Set<Long> THAN = RoleReader.hashes("than");
    private static final long FROM = Tokens.hash("from", 0, 4);

    /** Whether this sentence or the one before speaks of capital expenditure or spending. */
    private static boolean speaksOfCapex(Case c) {
        for (int s = Math.max(0, c.index() - 1); s <= c.index(); s++) {
            Scene scene = c.story().scene(s);
            if (scene.has(CueKind.CAPEX) || scene.has(CueKind.SPENDING)) {
                return true;
            }
        }
        return false;
    }

    private static void purpose(Case c, List<Sign> signs) {
        Scene scene = c.scene();
        boolean guidance = c.isTriggeredBy(CueKind.CAPEX);
        int ai = nearest(c, CueKind.AI);
        PayerFound payer = c.payer();
        if (ai <= NEAR || isComputeDeal(c) || isOfComputeTrade(c, payer)) {
            signs.add(new Sign("ai-near", 1));
        } else if (ai < Integer.MAX_VALUE) {
            signs.add(new Sign("ai-in-sentence", 1));
        } else if (guidance && c.story().speaksOfAi(0, c.story().size())) {
            signs.add(new Sign("ai-in-article-of-guidance", 1));
        } else if (c.story().speaksOfAi(c.index() - 2, c.index() + 2)) {
            signs.add(new Sign("ai-beside", 1));
        } else if (c.story().speaksOfAi(0, 3)) {
            signs.add(new Sign("ai-at-the-top", 1));
        } else {
            signs.add(new Sign("no-ai", 1));
        }
        if (scene.has(CueKind.INFRA)) {
            signs.add(new Sign("infrastructure-in-sentence", 1));
        }
        add(signs, "factory", purposeNear(c, CueKind.FAB));
        add(signs, "energy", purposeNear(c, CueKind.ENERGY));
        add(signs, "other-purpose", purposeNear(c, CueKind.OTHER_PURPOSE));
    }

    /** Capital expenditure and purchases of a firm that lives by compute. */
    private static boolean isOfComputeTrade(Case c, @Nullable PayerFound payer) {
        return payer != null
                && payer.from() >= 0
                && Purchase.livesByCompute(payer.first())
                && (c.isTriggeredBy(CueKind.CAPEX) || c.isTriggeredBy(CueKind.PAY) && c.before(CueKind.PAY, 3));
    }

    /** A contract of which one side sells nothing but compute: its purpose needs no words. */
    private static boolean isComputeDeal(Case c) {
        return (c.isTriggeredBy(CueKind.DEAL) || c.isTriggeredBy(CueKind.PAY)) && Purchase.hasComputeSeller(c);
    }

    private static void add(List<Sign> signs, String name, double value) {
        if (value > 0) {
            signs.add(new Sign(name, value));
        }
    }

    /** How near the amount a purpose that is not AI stands, 0 when an AI word stands nearer. */
    private static double purposeNear(Case c, CueKind kind) {
        int ai = nearest(c, CueKind.AI);
        int other = nearest(c, kind);
        return other > 20 ? 0 : other < ai ? 1 : 0.3;
    }

    private static int nearest(Case c, CueKind kind) {
        int nearest = Integer.MAX_VALUE;
        for (Cue cue : c.scene().cues()) {
            if (cue.kind() == kind && !c.scene().isInName(cue)) {
                int steps = cue.to() <= c.money().from()
                        ? c.scene().steps(cue.to(), c.money().from()) + 3
                        : c.scene().steps(c.money().to(), cue.from());
                nearest = Math.min(nearest, steps);
            }
        }
        return nearest;
    }

    private static boolean isUtility(String name) {
        return name.contains("Energy")
                || name.contains("Power")
                || name.contains("Electric")
                || name.contains("Edison");
    }

    private static void payer(Case c, List<Sign> signs) {
        PayerFound payer = c.payer();
        if (payer == null) {
            signs.add(new Sign("no-payer", 1));
            return;
        }
        String sign =
                switch (payer.how()) {
                    case BRACKETS, PROJECT_NAME, AGENT, POSSESSIVE, SUBJECT -> "payer-named";
                    case PRONOUN, DESCRIPTION, SPEAKER, PERSON -> "payer-by-reference";
                    case BESIDE, CARRIED -> "payer-near";
                    case CARRIED_FAR -> "payer-far";
                    case TOPIC -> "payer-is-topic";
                };
        signs.add(new Sign(sign, 1));
        if (isUtility(payer.first().name())) {
            signs.add(new Sign("payer-utility", 1));
        }
        if (payer.first().kind() == EntityKind.GOVERNMENT) {
            signs.add(new Sign("payer-government", 1));
        }
        if (payer.first().kind() == EntityKind.FUND) {
            signs.add(new Sign("payer-fund", 1));
        }
    }
}
