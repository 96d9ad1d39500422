package io.outlay.enrich.text.claim;

import io.outlay.contracts.Measure;
import io.outlay.contracts.MoneyRole;
import io.outlay.contracts.Qualifier;
import io.outlay.enrich.text.entity.EntityKind;
import io.outlay.enrich.text.prose.CueKind;

/** What may be seen of an amount that is asked whether somebody will spend it on AI. {@code weights.csv} weighs each. */
final class SpendingSign {
    static final Vocabulary ALL = new Vocabulary();

    static final int BIAS = ALL.add("bias");

    /** How loudly the words around say each role (see roles.csv), which is the loudest, and by how much spending leads. */
    static final int[] SAYS = ALL.addEach("says-", MoneyRole.values());

    static final int[] LOUDEST = ALL.addEach("loudest-", MoneyRole.values());
    static final int SPENDING_OVER_OTHERS = ALL.add("spending-over-others");
    static final int[] TRIGGER = ALL.addSome("trigger-", CueKind.values(), RoleTable.standard()::speaksForSpending);

    /** Cue words near the amount, by where they stand: before it, what it measures, what it is said to be of, behind it. */
    static final int[] BEFORE = ALL.addEach("before-", CueKind.values());

    static final int[] MEASURES = ALL.addEach("measures-", CueKind.values());
    static final int[] OF = ALL.addEach("of-", CueKind.values());
    static final int[] BEHIND = ALL.addEach("behind-", CueKind.values());

    /** The amount itself. */
    static final int[] SIZE =
            ALL.addEach("size-", "below-20-million", "below-200-million", "below-a-billion", "billions", "trillions");

    static final int[] QUALIFIER = ALL.addEach("qualifier-", Qualifier.values());
    static final int RANGE = ALL.add("range");
    static final int RATE = ALL.add("rate");
    static final int CONVERSION = ALL.add("conversion");
    static final int HAS_CONVERSION = ALL.add("has-conversion");

    /** Who seems to pay, how it was found, and how surely. */
    static final int NO_PAYER = ALL.add("no-payer");

    static final int[] PAYER_FOUND = ALL.addEach("payer-found-", PayerFound.How.values());
    static final int[] PAYER_IS = ALL.addEach("payer-is-", EntityKind.values());
    static final int[] PAYER_USUALLY = ALL.addEach("payer-usually-", "buyer", "neither", "either", "seller");
    static final int PAYER_UNLISTED = ALL.add("payer-unlisted");
    static final int PAYER_SEVERAL = ALL.add("payer-several");
    static final int PAYER_MAIN = ALL.add("payer-most-named");
    static final int PAYER_IN_TITLE = ALL.add("payer-in-title");
    static final int PAYER_UTILITY = ALL.add("payer-utility");
    static final int PAYER_SURE = ALL.add("payer-sure");
    static final int PAYER_FORECASTS = ALL.add("payer-forecasts");
    static final int NOBODY_PAYS = ALL.add("nobody-pays");

    /** What the first claim rule that fits would make of it. */
    static final int[] RULE = ALL.addEach("rule-", ClaimReader.ruleNames().toArray(new String[0]));

    static final int[] MEASURE = ALL.addEach("measure-", Measure.values());

    /** What the money is for. */
    static final int AI_BESIDE = ALL.add("ai-beside");

    static final int AI_NEAR = ALL.add("ai-near");
    static final int AI_FAR = ALL.add("ai-far");
    static final int AI_NOWHERE_IN_SENTENCE = ALL.add("ai-not-in-sentence");
    static final int STATE_WITHOUT_AI = ALL.add("state-without-ai-in-sentence");
    static final int AI_TRADE = ALL.add("ai-trade");
    static final int AI_OF_GUIDANCE = ALL.add("ai-in-article-of-guidance");
    static final int AI_NEIGHBOUR = ALL.add("ai-in-neighbour");
    static final int AI_AT_TOP = ALL.add("ai-at-the-top");
    static final int NO_AI = ALL.add("no-ai");
    static final int AI_BEFORE = ALL.add("ai-in-sentence-before");
    static final int AI_AFTER = ALL.add("ai-in-sentence-after");
    static final int AI_IN_LEAD = ALL.add("ai-in-lead");
    static final int AI_IN_TITLE = ALL.add("ai-in-title");
    static final int AI_DENSITY = ALL.add("ai-density");
    static final int[] AI_ARTICLE = ALL.addEach("ai-article-", "hardly", "partly", "mostly", "wholly");
    static final int INFRA = ALL.add("infrastructure-in-sentence");
    static final int FACTORY = ALL.add("for-factory");
    static final int ENERGY = ALL.add("for-energy");
    static final int OTHER_PURPOSE = ALL.add("for-other-purpose");

    /** How the sentence says it. */
    static final int MIGHT = ALL.add("might");

    static final int EXPECTS_NO_CAPEX = ALL.add("expects-no-capex");
    static final int RECEIVED = ALL.add("received");
    static final int COMPARED_WITH = ALL.add("compared-with");
    static final int EARLIER_DEAL = ALL.add("earlier-deal");
    static final int URGED = ALL.add("urged-by-others");
    static final int DEFINITE = ALL.add("definite");
    static final int MEASURES_FUND = ALL.add("measures-a-fund");
    static final int DEAL_GROWS_BY = ALL.add("deal-grows-by");
    static final int DEAL_GOES_ON = ALL.add("deal-goes-on");
    static final int NO_SUM_OF_ITS_OWN = ALL.add("no-sum-of-its-own");
    static final int LEADS_TO_ANOTHER = ALL.add("leads-to-another");
    static final int CROWD_SPENDS = ALL.add("crowd-spends");
    static final int BUYS_COMPANY = ALL.add("buys-company");
    static final int PASSIVE = ALL.add("passive-without-agent");
    static final int STAKE_IN_AI = ALL.add("stake-in-ai");
    static final int LISTED = ALL.add("in-a-list-of-spenders");
    static final int GRANT_OF_NO_STATE = ALL.add("grant-of-no-state");
    static final int READS_PAST = ALL.add("reads-past");
    static final int READS_PAST_OF_DEAL = ALL.add("reads-past-of-a-deal");
    static final int READS_PAST_OF_CAPEX = ALL.add("reads-past-of-capex");
    static final int READS_PERFECT = ALL.add("reads-perfect");
    static final int READS_STAKE = ALL.add("reads-stake");
    static final int PLACE = ALL.add("place-after");
    static final int IN_QUOTES = ALL.add("in-quotes");
    static final int COMPUTE_SELLER = ALL.add("compute-seller-in-sentence");
    static final int[] PERIOD = ALL.addEach("period-", "none", "year", "years", "other");

    /** Where it stands, and what else is there. */
    static final int[] AMOUNTS = ALL.addEach("amounts-in-sentence-", "one", "two", "many");

    static final int LATER_AMOUNT = ALL.add("later-amount");
    static final int[] FIRMS = ALL.addEach("firms-in-sentence-", "none", "one", "two", "many");
    static final int SHORT_SENTENCE = ALL.add("short-sentence");
    static final int LONG_SENTENCE = ALL.add("long-sentence");
    static final int[] PLACED = ALL.addEach("sentence-", "first", "early", "late");
    static final int SAID_AGAIN = ALL.add("said-again");
    static final int IN_LEAD = ALL.add("said-in-lead");
    static final int IN_TITLE = ALL.add("said-in-title");

    private SpendingSign() {}
}
