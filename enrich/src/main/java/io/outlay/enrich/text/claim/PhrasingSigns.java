package io.outlay.enrich.text.claim;

import io.outlay.enrich.text.claim.PayerFound.How;
import io.outlay.enrich.text.claim.Scene.Placed;
import io.outlay.enrich.text.entity.EntityKind;
import io.outlay.enrich.text.entity.FoundEntity;
import io.outlay.enrich.text.prose.Cue;
import io.outlay.enrich.text.prose.CueKind;
import io.outlay.enrich.text.prose.Tokens;
import io.outlay.enrich.text.prose.Words;
import java.util.EnumSet;
import java.util.Set;

/** How the sentence says its amount: as a plan, as past, as a difference, as what somebody gets. */
final class PhrasingSigns {
    private static final Words HIGHER = Words.of("higher", "lower", "more", "less");
    private static final Words THAN = Words.of("than");
    private static final Words FOR = Words.of("for");
    private static final Words EVERY = Words.of("every", "each");
    private static final Words TO = Words.of("to");
    private static final Words BE = Words.of("be", "being", "was", "were", "been", "is", "are");
    private static final Words FROM = Words.of("from");

    private PhrasingSigns() {}

    static void add(Case c, Signs signs) {
        signs.addIf(c.before(CueKind.MIGHT, 5), SpendingSign.MIGHT);
        Vote trigger = c.trigger();
        boolean onlyVerb = trigger != null && isOnlyVerb(trigger.kind());
        signs.addIf(
                onlyVerb && !speaksOfCapex(c) && !c.after(CueKind.INVEST, 1) && !c.after(CueKind.SPEND, 1),
                SpendingSign.EXPECTS_NO_CAPEX);
        PayerFound payer = c.payer();
        boolean agent = payer != null && payer.how() == How.AGENT;
        signs.addIf(c.before(CueKind.RECEIVE, 6) && !agent && !c.isTriggeredBy(CueKind.DEAL), SpendingSign.RECEIVED);
        boolean earlier = isEarlierDeal(c);
        signs.addIf(earlier, SpendingSign.EARLIER_DEAL);
        signs.addIf(
                c.before(CueKind.BASELINE, 1) && !opensRange(c) || c.before(CueKind.PREVIOUS, 5) && !earlier,
                SpendingSign.COMPARED_WITH);
        signs.addIf(isUrged(c), SpendingSign.URGED);
        signs.addIf(Grammar.definiteBefore(c.scene(), c.money().from()) >= 0, SpendingSign.DEFINITE);
        signs.addIf(measuresFund(c), SpendingSign.MEASURES_FUND);
        signs.addIf(isWhatDealGrowsBy(c), SpendingSign.DEAL_GROWS_BY);
        signs.addIf(isSameDealAgain(c), SpendingSign.DEAL_GOES_ON);
        signs.addIf(leadsToAnother(c), SpendingSign.LEADS_TO_ANOTHER);
        signs.addIf(isOfCrowd(c.scene(), c.money()), SpendingSign.CROWD_SPENDS);
        signs.addIf(buysCompany(c), SpendingSign.BUYS_COMPANY);
        signs.addIf(!agent && isPassive(c), SpendingSign.PASSIVE);
        signs.addIf(isMeasuredAgainst(c), SpendingSign.NO_SUM_OF_ITS_OWN);
        boolean stake = payer != null && trigger != null && Readings.isStake(c);
        signs.addIf(stake, SpendingSign.READS_STAKE);
        signs.addIf(stake && Purchase.isOfAi(c), SpendingSign.STAKE_IN_AI);
        signs.addIf(payer != null && payer.how() == How.BRACKETS && listsSpenders(c), SpendingSign.LISTED);
        boolean state = payer != null && payer.first().kind() == EntityKind.GOVERNMENT;
        signs.addIf(trigger != null && trigger.kind() == CueKind.GRANT && !state, SpendingSign.GRANT_OF_NO_STATE);
        boolean past = Readings.isPast(c);
        signs.addIf(past, SpendingSign.READS_PAST);
        signs.addIf(past && c.isTriggeredBy(CueKind.DEAL), SpendingSign.READS_PAST_OF_DEAL);
        signs.addIf(past && c.isTriggeredBy(CueKind.CAPEX), SpendingSign.READS_PAST_OF_CAPEX);
        signs.addIf(Readings.isPerfect(c), SpendingSign.READS_PERFECT);
        signs.addIf(Whereabouts.hasPlaceAfter(c), SpendingSign.PLACE);
        signs.addIf(Purchase.hasComputeSeller(c), SpendingSign.COMPUTE_SELLER);
        signs.addIf(isInQuotes(c), SpendingSign.IN_QUOTES);
        String key = c.period() == null ? "" : c.period().period().key();
        signs.add(SpendingSign.PERIOD[key.isEmpty() ? 0 : key.length() == 6 ? 1 : key.contains("-") ? 2 : 3]);
    }

    private static final Words INSTEAD = Words.of("from", "than", "versus", "exceeding", "beating", "topping");

    /**
     * {@code comes on top of a prior arrangement of $14.2 billion}: a promise that stands, told again; not {@code up from a
     * previous estimate of $75 billion}, which a newer figure replaces.
     */
    private static boolean isEarlierDeal(Case c) {
        if (isOnTopOf(c)) {
            return true;
        }
        Cue previous = c.scene().before(c.money().from(), CueKind.PREVIOUS);
        if (previous == null || c.scene().steps(previous.to(), c.money().from()) > 5) {
            return false;
        }
        Tokens tokens = c.scene().tokens();
        for (int t = Math.max(0, previous.from() - 2); t < previous.to(); t++) {
            if (Grammar.is(tokens, t, INSTEAD)) {
                return false;
            }
        }
        Vote trigger = c.trigger();
        return trigger != null && PROMISES.contains(trigger.kind());
    }

    /** {@code on top of [$11 billion]}, {@code on top of the [$11 billion] announced earlier}. */
    private static boolean isOnTopOf(Case c) {
        Tokens tokens = c.scene().tokens();
        int of = c.money().from() - 1;
        of -= Grammar.is(tokens, of, THE) ? 1 : 0;
        return Grammar.is(tokens, of, OF) && Grammar.is(tokens, of - 1, TOP);
    }

    private static final Words THE = Words.of("the", "its", "a", "an");
    private static final Words OF = Words.of("of");
    private static final Words TOP = Words.of("top");

    private static final Set<CueKind> PROMISES =
            EnumSet.of(CueKind.DEAL, CueKind.PROJECT, CueKind.INVEST, CueKind.SPEND, CueKind.GRANT);

    private static final Words URGES = Words.of(
            "urge",
            "urges",
            "urged",
            "urging",
            "lobbying",
            "demand",
            "demands",
            "demanded",
            "demanding",
            "advised",
            "recommends",
            "recommended",
            "proposes");

    /** {@code he urges Canada to build a $1 billion supercomputer}: whom others tell to spend has not said so. */
    private static boolean isUrged(Case c) {
        Tokens tokens = c.scene().tokens();
        for (int t = Math.max(0, c.money().from() - 12); t < c.money().from(); t++) {
            if (Grammar.is(tokens, t, URGES)) {
                return true;
            }
        }
        return false;
    }

    /** {@code The deal is worth $10 billion}: its parties stand in a sentence before; not {@code Deals over arms worth}. */
    private static boolean isSameDealAgain(Case c) {
        PayerFound payer = c.payer();
        Cue deal = c.scene().before(c.money().from(), CueKind.DEAL);
        return payer != null
                && payer.from() < 0
                && deal != null
                && c.isTriggeredBy(CueKind.DEAL)
                && Grammar.definiteBefore(c.scene(), deal.from()) >= 0;
    }

    private static final Words BY = Words.of("by");

    /** {@code expanded its agreement by $6.5 billion}: a contract of its own, unlike {@code raised its forecast by}. */
    private static boolean isWhatDealGrowsBy(Case c) {
        Cue deal = c.scene().before(c.money().from(), CueKind.DEAL);
        return deal != null
                && c.scene().steps(deal.to(), c.money().from()) <= 6
                && (Grammar.is(c.scene().tokens(), c.money().from() - 1, BY)
                        || Grammar.is(c.scene().tokens(), c.money().from() - 3, BY));
    }

    private static final Words FUNDS = Words.of("fund", "funds");

    /** {@code a $600 million fund}. */
    private static boolean measuresFund(Case c) {
        Tokens tokens = c.scene().tokens();
        int end = RoleReader.phraseEndBehind(c.scene(), c.money().to());
        for (int t = c.money().to(); t < end; t++) {
            if (Grammar.is(tokens, t, FUNDS)) {
                return true;
            }
        }
        return false;
    }

    /** {@code from [$60 billion] to $65 billion}, where the two are amounts of their own: the first one is the old figure. */
    private static boolean leadsToAnother(Case c) {
        Tokens tokens = c.scene().tokens();
        if (!Grammar.is(tokens, c.money().from() - 1, FROM)
                || !Grammar.is(tokens, c.money().to(), TO)) {
            return false;
        }
        for (Placed<Money> other : c.scene().monies()) {
            int between = other.from() - c.money().to();
            if (between >= 1 && between <= 4) {
                return true;
            }
        }
        return false;
    }

    /** {@code All told, hyperscalers plan to spend $700 billion}: nobody is named between a crowd and the amount. */
    static boolean isOfCrowd(Scene scene, Placed<Money> money) {
        Cue crowd = scene.before(money.from(), CueKind.JOINT);
        boolean subject = crowd != null && (crowd.from() <= 1 || new Subjects(scene).verbAt(crowd.to()) != null);
        if (crowd == null || !subject || isOfThoseSpokenOf(scene, crowd)) {
            return false;
        }
        for (Placed<FoundEntity> name : scene.names()) {
            if (name.from() >= crowd.to() && name.to() <= money.from() && Antecedents.payerOf(name.what()) != null) {
                return false;
            }
        }
        return true;
    }

    /** {@code The companies}, {@code the two firms}: those that the sentence before names. */
    private static boolean isOfThoseSpokenOf(Scene scene, Cue crowd) {
        Tokens tokens = scene.tokens();
        boolean firms = Grammar.is(tokens, crowd.to() - 1, FIRMS);
        return firms
                && (Grammar.is(tokens, crowd.from() - 1, THE_ALONE)
                        || Grammar.is(tokens, crowd.from(), THE_ALONE)
                        || Grammar.is(tokens, crowd.from(), BOTH));
    }

    private static final Words FIRMS = Words.of("companies", "firms");
    private static final Words THE_ALONE = Words.of("the");
    private static final Words BOTH = Words.of("both");

    /** {@code to buy [Intersect] for $4.75 billion}: a company, not compute. */
    private static boolean buysCompany(Case c) {
        Cue verb = c.scene().before(c.money().from(), CueKind.PAY);
        boolean forIt = Grammar.is(c.scene().tokens(), c.money().to(), FOR) && c.before(CueKind.PAY, 4);
        if (!forIt && !Grammar.is(c.scene().tokens(), c.money().from() - 1, FOR)) {
            return false;
        }
        for (Placed<FoundEntity> name : c.scene().names()) {
            if (forIt && name.what().isCompany() && name.from() == c.money().to() + 1) {
                return !Readings.isFollowedByThing(c.scene(), name.to());
            }
            if (verb != null && !forIt && name.what().isCompany() && name.from() == verb.to()) {
                return name.to() <= c.money().from();
            }
        }
        return false;
    }

    /** {@code $3 trillion will be spent}. */
    private static boolean isPassive(Case c) {
        for (Cue cue : c.scene().cues()) {
            if ((cue.kind() == CueKind.SPEND || cue.kind() == CueKind.INVEST)
                    && cue.from() >= c.money().to()
                    && c.scene().steps(c.money().to(), cue.from()) <= 3
                    && Grammar.is(c.scene().tokens(), cue.from() - 1, BE)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInQuotes(Case c) {
        Tokens tokens = c.scene().tokens();
        boolean open = false;
        for (int t = 0; t < c.money().from(); t++) {
            open ^= tokens.mark(t) == '"';
        }
        return open;
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

    /** {@code rose from $5 billion to $7 billion}: no, but {@code from $60 billion to $65 billion} is read as one range. */
    private static boolean opensRange(Case c) {
        Money money = c.money().what();
        Cue cue = c.scene().before(c.money().from(), CueKind.BASELINE);
        return money.low() != money.high()
                && Grammar.is(c.scene().tokens(), c.money().from() - 1, FROM)
                && !c.before(CueKind.PREVIOUS, 6)
                && cue != null
                && cue.to() - cue.from() == 1;
    }

    /** {@code $15 billion higher than} another figure, {@code $15 billion for every} gigawatt: a difference, a rate. */
    private static boolean isMeasuredAgainst(Case c) {
        Tokens tokens = c.scene().tokens();
        int next = c.money().to();
        return Grammar.is(tokens, next, HIGHER) && Grammar.is(tokens, next + 1, THAN)
                || Grammar.is(tokens, next, FOR) && Grammar.is(tokens, next + 1, EVERY);
    }

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
}
