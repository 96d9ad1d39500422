package io.outlay.enrich.text.claim;

import static io.outlay.enrich.text.prose.CueKind.CAPEX;
import static io.outlay.enrich.text.prose.CueKind.COST;
import static io.outlay.enrich.text.prose.CueKind.CUT;
import static io.outlay.enrich.text.prose.CueKind.DEAL;
import static io.outlay.enrich.text.prose.CueKind.EXPECT;
import static io.outlay.enrich.text.prose.CueKind.INVEST;
import static io.outlay.enrich.text.prose.CueKind.OFFICIAL;
import static io.outlay.enrich.text.prose.CueKind.PAY;
import static io.outlay.enrich.text.prose.CueKind.PLAN;
import static io.outlay.enrich.text.prose.CueKind.PROJECT;
import static io.outlay.enrich.text.prose.CueKind.RAISE;
import static io.outlay.enrich.text.prose.CueKind.SELL;
import static io.outlay.enrich.text.prose.CueKind.SPEND;
import static io.outlay.enrich.text.prose.CueKind.SPENDING;
import static io.outlay.enrich.text.prose.CueKind.VENTURE;

import io.outlay.contracts.Measure;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rules that name a claim, in their order: the first that fits an amount already read as spending gives its measure. To add
 * one, add a line here and sentences to the corpus of the tests.
 */
final class ClaimRules {
    private static final List<ClaimRule> ALL = List.of(
            rule(
                    "lends",
                    Measure.EQUITY,
                    "Citigroup will provide $2 billion of financing to AI firms.",
                    Readings::isLent),
            rule("stake-in-company", Measure.EQUITY, "Nvidia will invest $5 billion in Intel.", Readings::isStake),
            rule(
                    "host-total",
                    Measure.MEMO,
                    "The French government announced €109 billion of private investment in AI data centres.",
                    c -> Readings.isOthersMoney(c)),
            rule(
                    "joint-total",
                    Measure.MEMO,
                    "Amazon, Google and Microsoft have together committed $70 billion to data centres.",
                    Readings::isJointTotal),
            rule(
                    "capex-actual",
                    Measure.ACTUAL,
                    "Capital expenditures at Microsoft were $24.2 billion in the quarter, mostly for AI data centres.",
                    c -> c.isTriggeredBy(CAPEX) && Readings.isPast(c)),
            rule(
                    "raises-guidance",
                    Measure.GUIDANCE,
                    "Meta raised its 2025 capex guidance to $66 billion to build AI.",
                    c -> Readings.isGuidance(c) && c.before(RAISE, 14)),
            rule(
                    "cuts-guidance",
                    Measure.GUIDANCE,
                    "Oracle cut its capital budget for the year to $3 billion as AI demand fell.",
                    c -> Readings.isGuidance(c) && c.before(CUT, 14)),
            rule(
                    "capex-guidance",
                    Measure.GUIDANCE,
                    "Amazon expects capital expenditures of $200 billion this year, mostly for AI.",
                    Readings::isGuidance),
            rule(
                    "seller-delivers-to-buyer",
                    Measure.PURCHASE,
                    "Nebius will deliver computing capacity to Microsoft in a deal worth $17.4 billion.",
                    c -> Readings.isPurchase(c) && c.near(SELL, 16)),
            rule(
                    "deal-worth",
                    Measure.PURCHASE,
                    "OpenAI signed a $38 billion cloud deal with Amazon.",
                    c -> Readings.isPurchase(c) && c.isTriggeredBy(DEAL)),
            rule(
                    "buyer-pays-seller",
                    Measure.PURCHASE,
                    "Google will pay SpaceX $920 million per month for compute.",
                    c -> Readings.isPurchase(c) && (c.isTriggeredBy(PAY) || c.near(PAY, 12))),
            rule(
                    "spends-with-supplier",
                    Measure.PURCHASE,
                    "Anthropic agreed to spend over $100 billion on AWS cloud services.",
                    Readings::isPurchase),
            rule(
                    "public-money",
                    Measure.PUBLIC,
                    "Canada will put C$2.4 billion into AI computing.",
                    Readings::isPublic),
            rule(
                    "spent-so-far",
                    Measure.ACTUAL,
                    "Oracle spent $21.2 billion on data centres last year.",
                    Readings::isPastSpending),
            rule(
                    "yearly-spending",
                    Measure.GUIDANCE,
                    "Meta plans to spend up to $135 billion on AI in 2026.",
                    Readings::isYearlySpending),
            rule(
                    "pledge-to-invest",
                    Measure.COMMITMENT,
                    "Alibaba will invest 380 billion yuan in AI.",
                    c -> c.isTriggeredBy(INVEST)),
            rule(
                    "plans-to-spend",
                    Measure.COMMITMENT,
                    "Amazon plans to spend $12 billion on data centres.",
                    c -> c.isTriggeredBy(SPEND)),
            rule(
                    "joint-venture",
                    Measure.COMMITMENT,
                    "Meta will build an AI data center in a joint venture worth $27 billion.",
                    c -> c.isTriggeredBy(VENTURE)),
            rule(
                    "project-of",
                    Measure.COMMITMENT,
                    "Adani outlined a $100 billion AI data center buildout.",
                    c -> c.isTriggeredBy(PROJECT)),
            rule(
                    "spending-of",
                    Measure.COMMITMENT,
                    "Microsoft announced AI spending of $30 billion.",
                    c -> c.isTriggeredBy(SPENDING)),
            rule(
                    "project-cost",
                    Measure.COMMITMENT,
                    "Meta's AI data centre will cost an estimated $10 billion.",
                    c -> c.isTriggeredBy(COST)),
            rule(
                    "buys-for-ai",
                    Measure.COMMITMENT,
                    "Amazon will pay $650 million for land near its AI data center.",
                    c -> c.isTriggeredBy(PAY)),
            rule(
                    "stated-plan",
                    Measure.COMMITMENT,
                    "Its AI plan: $5 billion.",
                    c -> c.near(PLAN, 10) || c.near(EXPECT, 10) || c.near(OFFICIAL, 10)),
            rule("stated-amount", Measure.COMMITMENT, "AI data centres: $3 billion.", c -> true));

    private ClaimRules() {}

    static List<ClaimRule> all() {
        return ALL;
    }

    /** Which rule of all names the case's claim; the last one fits everything. */
    static int indexOfFirst(Case of) {
        for (int i = 0; i < ALL.size(); i++) {
            if (ALL.get(i).fits().test(of)) {
                return i;
            }
        }
        throw new IllegalStateException("the last rule fits everything");
    }

    /** The first rule of a measure that looks ahead; the last rule is one, and fits everything. */
    static ClaimRule ofPlan(Case of) {
        for (ClaimRule rule : ALL) {
            if (isPlan(rule.measure()) && rule.fits().test(of)) {
                return rule;
            }
        }
        throw new IllegalStateException("the last rule fits everything");
    }

    /** The first rule that fits if its measure is none that looks ahead: stakes, sums over many, money spent; else null. */
    static @Nullable ClaimRule ofOther(Case of) {
        ClaimRule first = ALL.get(indexOfFirst(of));
        return isPlan(first.measure()) ? null : first;
    }

    private static boolean isPlan(Measure measure) {
        return measure != Measure.ACTUAL && measure != Measure.EQUITY && measure != Measure.MEMO;
    }

    private static ClaimRule rule(String name, Measure measure, String example, Predicate<Case> fits) {
        return new ClaimRule(name, measure, example, fits);
    }
}
