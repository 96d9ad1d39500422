package io.outlay.enrich.text.claim;

import io.outlay.enrich.text.entity.EntityKind;
import io.outlay.enrich.text.prose.CueKind;

/** What may be seen of a candidate for the payer. {@code payer-weights.csv} weighs each. */
@SuppressWarnings("EnumOrdinal") // families of signs lie in arrays, in the order of their enums
final class PayerSign {
    static final Vocabulary ALL = new Vocabulary();

    /** What may lead a name in: nothing, the beginning of the sentence, a bracket, or one of the words. */
    static final String[] LEADS = {
        "nothing",
        "opening",
        "bracket",
        "according to",
        "by",
        "from",
        "with",
        "to",
        "of",
        "for",
        "in",
        "on",
        "at",
        "between",
        "against",
        "over",
        "than",
        "like",
        "via",
        "through",
        "including",
        "among",
        "alongside",
        "rival",
        "into",
        "under"
    };

    /** Nobody pays: always seen of that candidate, and what makes it likelier. */
    static final int NOBODY = ALL.add("nobody");

    static final int NOBODY_CROWD_BEFORE = ALL.add("nobody-crowd-before");
    static final int NOBODY_CROWD_AFTER = ALL.add("nobody-crowd-after");
    static final int NOBODY_CROWD_SPENDS = ALL.add("nobody-crowd-spends");
    static final int NOBODY_PASSIVE = ALL.add("nobody-passive");
    static final int NOBODY_UNNAMED = ALL.add("nobody-unnamed-subject");
    static final int NOBODY_FORECAST = ALL.add("nobody-forecast");

    /** By which words it was found, alone and together with the kind of the cue that makes the amount spending. */
    static final int[] FOUND = ALL.addEach("found-", PayerFound.How.values());

    private static final int[][] FOUND_WITH = foundWith();

    static final int[] IS = ALL.addEach("is-", EntityKind.values());
    static final int UNLISTED = ALL.add("is-unlisted");
    static final int SEVERAL = ALL.add("is-several");
    static final int SEVERAL_TOGETHER = ALL.add("is-several-together");
    static final int ONE_OF_TOGETHER = ALL.add("is-one-of-together");
    static final int MAIN = ALL.add("is-most-named");
    static final int IN_TITLE = ALL.add("is-in-title");
    /** On which side of a purchase it usually stands, and whether it is the likeliest buyer or seller of the sentence. */
    static final int[] USUALLY = ALL.addEach("usually-", "buyer", "neither", "either", "seller");

    static final int[] DEAL_USUALLY = ALL.addEach("in-a-deal-usually-", "buyer", "neither", "either", "seller");
    static final int LIKELIEST_BUYER = ALL.add("likeliest-buyer");
    static final int LIKELIEST_SELLER = ALL.add("likeliest-seller");
    static final int DEAL_LIKELIEST_BUYER = ALL.add("in-a-deal-likeliest-buyer");
    static final int DEAL_LIKELIEST_SELLER = ALL.add("in-a-deal-likeliest-seller");

    /** It stands in another sentence: which one back, the article's topics, the next. */
    static final int[] ELSEWHERE = ALL.addEach("elsewhere-", PayerCandidates.Elsewhere.values());

    static final int ELSEWHERE_AND_HERE = ALL.add("elsewhere-and-here");
    static final int ELSEWHERE_ONLY = ALL.add("elsewhere-only");
    static final int ELSEWHERE_THOUGH_FIRMS_HERE = ALL.add("elsewhere-though-firms-here");
    static final int ELSEWHERE_OBLIQUE = ALL.add("elsewhere-oblique");
    static final int ELSEWHERE_NEW_PARAGRAPH = ALL.add("elsewhere-new-paragraph");

    /** It stands before the amount: how far, and what lies between. */
    static final int[] BEFORE = ALL.addEach("before-", "right", "near", "middling", "far", "very-far");

    static final int[] SUBJECT_OF = ALL.addSome("subject-of-", CueKind.values(), Subjects.VERBS::contains);
    static final int SUBJECT_OF_TRIGGER = ALL.add("subject-of-the-spending-verb");
    static final int POSSESSIVE = ALL.add("possessive");
    static final int POSSESSIVE_NEAR = ALL.add("possessive-near");
    static final int MONEY_BETWEEN = ALL.add("money-between");
    static final int SEMICOLON_BETWEEN = ALL.add("semicolon-between");
    static final int TURN_BETWEEN = ALL.add("turn-between");
    static final int SAY_BETWEEN = ALL.add("say-between");
    static final int WHICH_BETWEEN = ALL.add("which-between");
    static final int SELLS = ALL.add("sells");
    static final int RECEIVES = ALL.add("receives");
    static final int NEAREST_SUBJECT = ALL.add("nearest-subject");
    static final int BEFORE_VERB = ALL.add("before-verb");
    static final int BEHIND_VERB = ALL.add("behind-verb");
    static final int[] BETWEEN = ALL.addEach("others-between-", "none", "one", "several");
    static final int FIRST_HERE = ALL.add("first-here");

    /** It stands behind the amount. */
    static final int[] AFTER = ALL.addEach("after-", "near", "middling", "far");

    static final int[] AFTER_SUBJECT_OF = ALL.addSome("after-subject-of-", CueKind.values(), Subjects.VERBS::contains);
    static final int AFTER_POSSESSIVE = ALL.add("after-possessive");

    /** The preposition that leads it, before or behind the amount. */
    static final int[] LED_BEFORE = ALL.addEach("before-led-by-", LEADS);

    static final int[] LED_AFTER = ALL.addEach("after-led-by-", LEADS);
    static final int OTHER_SIDE_OF_DEAL = ALL.add("other-side-of-deal");
    static final int[] OTHER_SIDE_USUALLY =
            ALL.addEach("other-side-of-deal-usually-", "buyer", "neither", "either", "seller");
    /** Of two sides of a deal it is the one that sells less, or more, compute than the other usually does. */
    static final int DEAL_BUYS_FROM = ALL.add("deal-with-a-likelier-seller");

    static final int DEAL_SELLS_TO = ALL.add("deal-with-a-likelier-buyer");
    static final int BOUGHT_FROM = ALL.add("bought-from");
    static final int FORECASTER = ALL.add("is-forecaster");
    static final int NAMES_A_DEAL = ALL.add("names-a-deal");
    static final int UNIT_IN_A_DEAL = ALL.add("in-a-deal-by-a-unit");
    static final int EXAMPLE_OF_CROWD = ALL.add("example-of-a-crowd");
    static final int RELATIVE_OF_VERB = ALL.add("relative-clause-of-the-verb");
    static final int SOLD_TO = ALL.add("sold-to");
    static final int NAMES_A_THING = ALL.add("names-a-thing");
    static final int HAS_TITLE_HOLDER = ALL.add("has-title-holder");
    static final int BACKER = ALL.add("backer");
    static final int IN_BRACKETS = ALL.add("in-brackets");

    private PayerSign() {}

    private static int[][] foundWith() {
        int[][] all = new int[PayerFound.How.values().length][];
        for (PayerFound.How how : PayerFound.How.values()) {
            String prefix = "found-" + Vocabulary.word(how) + "-with-";
            all[how.ordinal()] = ALL.addSome(prefix, CueKind.values(), RoleTable.standard()::speaksForSpending);
        }
        return all;
    }

    /** @param kind one that speaks for spending */
    static int foundWith(PayerFound.How how, CueKind kind) {
        return FOUND_WITH[how.ordinal()][kind.ordinal()];
    }
}
