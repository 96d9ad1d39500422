package io.outlay.enrich.text.claim;

import static io.outlay.enrich.text.prose.CueKind.AI;
import static io.outlay.enrich.text.prose.CueKind.BUILD;
import static io.outlay.enrich.text.prose.CueKind.CAPEX;
import static io.outlay.enrich.text.prose.CueKind.CUT;
import static io.outlay.enrich.text.prose.CueKind.DEAL;
import static io.outlay.enrich.text.prose.CueKind.DESCRIPTION;
import static io.outlay.enrich.text.prose.CueKind.EXPECT;
import static io.outlay.enrich.text.prose.CueKind.INVEST;
import static io.outlay.enrich.text.prose.CueKind.JOINT;
import static io.outlay.enrich.text.prose.CueKind.OFFICIAL;
import static io.outlay.enrich.text.prose.CueKind.OPENED;
import static io.outlay.enrich.text.prose.CueKind.PART;
import static io.outlay.enrich.text.prose.CueKind.PAST;
import static io.outlay.enrich.text.prose.CueKind.PAY;
import static io.outlay.enrich.text.prose.CueKind.PLAN;
import static io.outlay.enrich.text.prose.CueKind.PROJECT;
import static io.outlay.enrich.text.prose.CueKind.RAISE;
import static io.outlay.enrich.text.prose.CueKind.RECEIVE;
import static io.outlay.enrich.text.prose.CueKind.SELL;
import static io.outlay.enrich.text.prose.CueKind.SPEND;
import static io.outlay.enrich.text.prose.CueKind.SPENDING;
import static io.outlay.enrich.text.prose.CueKind.TOGETHER;
import static io.outlay.enrich.text.prose.CueKind.WORTH;

import io.outlay.enrich.text.claim.Scene.Placed;
import io.outlay.enrich.text.entity.Company;
import io.outlay.enrich.text.entity.EntityKind;
import io.outlay.enrich.text.entity.FoundEntity;
import io.outlay.enrich.text.prose.Cue;
import io.outlay.enrich.text.prose.Tokens;
import io.outlay.enrich.text.prose.Words;
import org.jspecify.annotations.Nullable;

/** The questions that the claim rules ask of a case. */
final class Readings {
    private static final Words SPANS = Words.of("years", "decades", "months", "quarters", "phases");
    private static final Words INTO = Words.of("in", "into");
    private static final Words BY =
            Words.of("by", "from", "for", "with", "of", "to", "will", "would", "that", "which", "on", "at", "where");
    private static final Words OTHERS =
            Words.of("private", "pledges", "investors", "companies", "foreign", "businesses", "firms");
    private static final Words SPENT = Words.of(
            "spent",
            "invested",
            "paid",
            "poured",
            "was",
            "were",
            "rose",
            "climbed",
            "hit",
            "totaled",
            "totalled",
            "jumped",
            "reached",
            "came",
            "disclosed",
            "revealed",
            "grew",
            "surged",
            "fell",
            "increased",
            "reported",
            "opens",
            "opened");
    private static final Words HAVE = Words.of("has", "have", "had", "having", "been", "already");
    private static final Words WILL = Words.of(
            "will",
            "would",
            "plans",
            "planned",
            "expects",
            "expected",
            "expect",
            "could",
            "may",
            "should",
            "forecast",
            "projected",
            "guidance",
            "outlook",
            "agreed",
            "committed",
            "pledged");

    private Readings() {}

    /** The payer lends it. */
    static boolean isLent(Case c) {
        return Lending.vote(c.scene(), c.money()) != null;
    }

    /** Money that goes into a company: a stake, whatever the verb. */
    static boolean isStake(Case c) {
        return stakeIn(c) != null || isIntoDescription(c) || isReceived(c) || isIntoFund(c) || isIntoRound(c);
    }

    /** {@code a $200 million commitment to the data centre fund}: a share of what others will spend. */
    private static boolean isIntoFund(Case c) {
        Tokens tokens = c.scene().tokens();
        int end = Math.min(tokens.size(), c.money().to() + 9);
        boolean into = false;
        for (int t = c.money().to(); t < end && tokens.hash(t) != 0; t++) {
            into |= (Grammar.is(tokens, t, TO) || INTO.contains(tokens.hash(t))) && Grammar.is(tokens, t + 1, THE);
            if (into && Grammar.is(tokens, t, FUND)) {
                return true;
            }
        }
        return false;
    }

    private static final Words THE = Words.of("the", "its", "this");
    private static final Words FUND = Words.of("fund");

    /** {@code Nvidia will invest $10 billion, backing the startup's next funding round}. */
    private static boolean isIntoRound(Case c) {
        if (!c.isTriggeredBy(INVEST)) {
            return false;
        }
        Tokens tokens = c.scene().tokens();
        for (int t = c.money().to(); t < tokens.size(); t++) {
            if (Grammar.is(tokens, t, ROUND)) {
                return true;
            }
        }
        return false;
    }

    private static final Words ROUND = Words.of("round");

    /** {@code a $100 billion investment from Nvidia}, said of the one who gets it. */
    private static boolean isReceived(Case c) {
        PayerFound payer = c.payer();
        return payer != null
                && payer.how() == PayerFound.How.AGENT
                && payer.first().kind() != EntityKind.GOVERNMENT
                && c.before(RECEIVE, 8)
                && !c.isTriggeredBy(DEAL);
    }

    /** {@code invest up to $100 billion in the startup}. */
    private static boolean isIntoDescription(Case c) {
        if (!c.isTriggeredBy(INVEST) && !c.isTriggeredBy(PROJECT)) {
            return false;
        }
        Scene scene = c.scene();
        for (Cue cue : scene.cues()) {
            if (cue.kind() == DESCRIPTION
                    && cue.from() >= c.money().to()
                    && scene.steps(c.money().to(), cue.from()) <= 9
                    && !Grammar.isPossessive(scene, cue.to())
                    && !Grammar.is(scene.tokens(), cue.to(), SPANS)
                    && isInto(scene, cue.from())
                    && !Story.hasAiBetween(scene, c.money().to(), cue.from())) {
                return true;
            }
        }
        return false;
    }

    /** The company into which the money goes: {@code invest $5 billion in Intel}, {@code a $5 billion investment in Intel}. */
    static @Nullable Placed<FoundEntity> stakeIn(Case c) {
        if (!c.isTriggeredBy(INVEST) && !c.isTriggeredBy(PROJECT) && !c.isTriggeredBy(SPEND)) {
            return null;
        }
        Scene scene = c.scene();
        for (Placed<FoundEntity> name : scene.names()) {
            Company company = name.what().payer();
            if (company == null || company.kind() != EntityKind.COMPANY || Grammar.isPossessive(scene, name.to())) {
                continue;
            }
            boolean after =
                    name.from() >= c.money().to() && scene.steps(c.money().to(), name.from()) <= 9;
            Vote trigger = c.trigger();
            boolean between = trigger != null
                    && name.from() >= trigger.cue().to()
                    && name.to() <= c.money().from();
            boolean into = isInto(scene, name.from()) || after && isGivenTo(c, name, company);
            if ((after || between) && into && !isFollowedByThing(scene, name.to())) {
                return name;
            }
        }
        return null;
    }

    /** {@code pledged $100 billion to OpenAI}: a stake, unless it is the other that sells ({@code to Google Cloud}). */
    private static boolean isGivenTo(Case c, Placed<FoundEntity> name, Company company) {
        PayerFound payer = c.payer();
        return payer != null
                && payer.how() != PayerFound.How.AGENT
                && Grammar.is(c.scene().tokens(), name.from() - 1, TO)
                && c.scene().steps(c.money().to(), name.from()) <= 3
                && Purchase.rank(company) <= Purchase.rank(payer.first())
                && !payer.parties().contains(company);
    }

    static boolean isInto(Scene scene, int from) {
        Tokens tokens = scene.tokens();
        for (int t = from - 1; t >= Math.max(0, from - 7); t--) {
            if (INTO.contains(tokens.hash(t))) {
                return true;
            }
            if (tokens.hash(t) == 0 || BY.contains(tokens.hash(t))) {
                return false;
            }
        }
        return false;
    }

    /** {@code in Nvidia chips}, {@code in OpenAI data centers}: a thing, not the company. */
    static boolean isFollowedByThing(Scene scene, int to) {
        for (Cue cue : scene.cues()) {
            if (cue.from() == to && (cue.kind() == AI || cue.kind() == PROJECT)) {
                return true;
            }
        }
        return false;
    }

    /** A sum over firms that spend each for itself: capital expenditure of several, or what several have committed so far. */
    static boolean isJointTotal(Case c) {
        PayerFound payer = c.payer();
        int parties = payer == null ? 0 : payer.parties().size();
        if (addsUp(c)) {
            return true;
        }
        boolean consortium = payer != null && payer.first().kind() == EntityKind.CONSORTIUM;
        if (!consortium && Crowds.sharesSum(c.scene(), c.money())) {
            return true;
        }
        boolean ofCrowd = c.isTriggeredBy(DEAL) && c.before(PART, 4) && c.after(JOINT, 18);
        return ofCrowd
                || parties > 1 && (c.isTriggeredBy(CAPEX) || isPerfect(c) || parties > 3 && !c.near(TOGETHER, 12));
    }

    /** One sum over a row of firms, of which only one is taken for its payer: it is nobody's. */
    static boolean isCrowdsSum(Case c) {
        PayerFound payer = c.payer();
        return payer != null
                && payer.parties().size() == 1
                && payer.first().kind() != EntityKind.CONSORTIUM
                && Crowds.sharesSum(c.scene(), c.money());
    }

    /** {@code pledges that add up to 109 billion euros}. */
    private static boolean addsUp(Case c) {
        Tokens tokens = c.scene().tokens();
        int from = c.money().from();
        for (int t = Math.max(0, from - 5); t + 2 < tokens.size() && t + 2 <= from; t++) {
            if (Grammar.is(tokens, t, ADD) && Grammar.is(tokens, t + 1, UP) && Grammar.is(tokens, t + 2, TO)) {
                return true;
            }
        }
        return false;
    }

    private static final Words ADD = Words.of("add", "adds", "adding", "added");
    private static final Words UP = Words.of("up");

    /** {@code have committed}: said of what is done. */
    static boolean isPerfect(Case c) {
        Tokens tokens = c.scene().tokens();
        for (int t = Math.max(0, c.money().from() - 10); t < c.money().from(); t++) {
            if (HAVE.contains(tokens.hash(t))) {
                return true;
            }
        }
        return false;
    }

    private static final Words LETS_IN = Words.of(
            "approve",
            "approves",
            "approved",
            "attract",
            "attracts",
            "attracted",
            "attracting",
            "targeting",
            "targets",
            "secured",
            "cleared",
            "welcomed");
    private static final Words INVESTED =
            Words.of("projects", "investments", "investment", "proposals", "applications");

    /** {@code Thailand approved four projects worth}, {@code targeting $4 billion in investments}: a state lets others spend. */
    private static boolean isLetIn(Case c) {
        Tokens tokens = c.scene().tokens();
        boolean lets = false;
        for (int t = Math.max(0, c.money().from() - 12); t < c.money().from(); t++) {
            lets |= Grammar.is(tokens, t, LETS_IN);
            if (lets && Grammar.is(tokens, t, INVESTED)) {
                return true;
            }
        }
        for (int t = c.money().to(); lets && t < c.money().to() + 5; t++) {
            if (Grammar.is(tokens, t, INVESTED)) {
                return true;
            }
        }
        return false;
    }

    /** A president or summit that announces what others will spend. */
    static boolean isOthersMoney(Case c) {
        PayerFound payer = c.payer();
        boolean state = payer != null && payer.first().kind() == EntityKind.GOVERNMENT;
        if (state && isLetIn(c)) {
            return true;
        }
        if (!state && !c.before(OFFICIAL, 20)) {
            return false;
        }
        Tokens tokens = c.scene().tokens();
        for (int t = Math.max(0, c.money().from() - 8);
                t < Math.min(tokens.size(), c.money().to() + 8);
                t++) {
            if (OTHERS.contains(tokens.hash(t))) {
                return true;
            }
        }
        return false;
    }

    /** Said of what is past: no word of intent between the verb and the amount, and a past form before it. */
    static boolean isPast(Case c) {
        Tokens tokens = c.scene().tokens();
        int past = -1;
        int from = Math.max(0, c.money().from() - 14);
        for (Placed<Money> other : c.scene().monies()) {
            if (other.to() <= c.money().from()
                    && !c.scene().text(other.to(), c.money().from()).contains("from")) {
                from = Math.max(from, other.to());
            }
        }
        for (int t = from; t < c.money().from(); t++) {
            if (WILL.contains(tokens.hash(t))) {
                return false;
            }
            past = isPastForm(c, tokens.hash(t)) ? t : past;
        }
        Cue expects = c.before(EXPECT, 12) ? c.scene().before(c.money().from(), EXPECT) : null;
        if (expects != null && expects.from() >= past || c.before(PLAN, 8) && past < 0) {
            return false;
        }
        return past >= 0 || c.near(PAST, 8);
    }

    /** A form of what is over; {@code disclosed an order worth $6 billion} tells a deal, not that it was paid. */
    private static boolean isPastForm(Case c, long word) {
        return SPENT.contains(word) && !(c.isTriggeredBy(DEAL) && TELLS.contains(word));
    }

    private static final Words TELLS = Words.of("disclosed", "revealed", "reported");

    static boolean isPastSpending(Case c) {
        return isOpened(c) || isSpent(c) || isCostOfDone(c) || c.isTriggeredBy(SPENDING) && isPast(c);
    }

    /** {@code its first data center, which cost 460 billion won}: of a single thing only the past is said so. */
    private static boolean isCostOfDone(Case c) {
        Tokens tokens = c.scene().tokens();
        int verb = c.money().from() - 1;
        while (verb > 0 && c.scene().steps(verb + 1, c.money().from()) <= 3 && !Grammar.is(tokens, verb, COST_WORD)) {
            verb--;
        }
        return Grammar.is(tokens, verb, COST_WORD) && Grammar.is(tokens, verb - 1, WHICH_WORD);
    }

    private static final Words COST_WORD = Words.of("cost");
    private static final Words WHICH_WORD = Words.of("which", "that");

    /** {@code Amazon opens an $11 billion data center}, {@code broke ground on a $750 million campus}: not {@code will open}. */
    private static boolean isOpened(Case c) {
        Cue opened = c.scene().before(c.money().from(), OPENED);
        if (opened == null
                || !c.isTriggeredBy(PROJECT)
                || c.scene().steps(opened.to(), c.money().from()) > 5) {
            return false;
        }
        Tokens tokens = c.scene().tokens();
        for (int t = Math.max(0, opened.from() - 3); t < opened.from(); t++) {
            if (WILL.contains(tokens.hash(t)) || TO.contains(tokens.hash(t))) {
                return false;
            }
        }
        return true;
    }

    private static final Words TO = Words.of("to");

    private static boolean isSpent(Case c) {
        Tokens tokens = c.scene().tokens();
        Cue after = c.scene().after(c.money().to(), SPEND);
        if (after != null
                && c.scene().steps(c.money().to(), after.from()) <= 1
                && SPENT.contains(tokens.hash(after.from()))) {
            return c.near(PAST, 6);
        }
        Cue verb = c.scene().before(c.money().from(), SPEND);
        if (verb == null) {
            verb = c.scene().before(c.money().from(), INVEST);
        }
        if (verb == null || c.scene().steps(verb.to(), c.money().from()) > 6) {
            return false;
        }
        boolean past = SPENT.contains(tokens.hash(verb.from()));
        for (int t = Math.max(0, verb.from() - 4); t < verb.from(); t++) {
            past &= !WILL.contains(tokens.hash(t));
        }
        return past;
    }

    /** Capital expenditure that is expected of a period. */
    static boolean isGuidance(Case c) {
        return (c.isTriggeredBy(CAPEX) || isVerbOfChange(c)) && !isPast(c);
    }

    /** {@code Google's boost to $91 billion}: the sentence speaks of capital expenditure, the amount's own words do not. */
    private static boolean isVerbOfChange(Case c) {
        Vote best = c.trigger();
        return best != null && (best.kind() == EXPECT || best.kind() == RAISE || best.kind() == CUT);
    }

    /** Buying from a supplier: a contract, or a payment to a company. */
    static boolean isPurchase(Case c) {
        PayerFound payer = c.payer();
        if (payer != null && payer.first().kind() == EntityKind.GOVERNMENT) {
            return false;
        }
        if (c.isTriggeredBy(DEAL) || isContractWorth(c) || isSupplied(c)) {
            return true;
        }
        if (c.isTriggeredBy(PAY) && !c.after(BUILD, 6)) {
            return Purchase.supplier(c) != null;
        }
        return (c.isTriggeredBy(SPEND) || c.isTriggeredBy(PROJECT))
                && (Purchase.isSpentOnSupplier(c) || c.near(SELL, 3) && c.near(DEAL, 20));
    }

    /** {@code The contract between Meta and CoreWeave is worth $14 billion}. */
    private static boolean isContractWorth(Case c) {
        return c.before(WORTH, 3) && c.before(DEAL, 20);
    }

    /** {@code It will provide [Meta] with capacity for $3 billion}: the payer is the one who is supplied. */
    private static boolean isSupplied(Case c) {
        PayerFound payer = c.payer();
        Cue sell = payer == null || payer.from() < 0 ? null : c.scene().before(payer.from(), SELL);
        return sell != null
                && payer != null
                && payer.from() - sell.to() <= 1
                && payer.to() <= c.money().from();
    }

    static boolean isPublic(Case c) {
        PayerFound payer = c.payer();
        return payer != null
                && (payer.first().kind() == EntityKind.GOVERNMENT
                        || payer.first().kind() == EntityKind.PROGRAMME
                        || payer.first().country().equals("EU"));
    }

    /** A company's whole spending for one year: no site, no country, and a period of a year. */
    static boolean isYearlySpending(Case c) {
        if (c.period() == null || !(c.isTriggeredBy(SPEND) || c.isTriggeredBy(SPENDING) || c.isTriggeredBy(INVEST))) {
            return false;
        }
        String key = c.period().period().key();
        boolean year = (key.startsWith("CY") || key.startsWith("FY")) && key.length() == 6;
        return year && !Whereabouts.hasPlaceAfter(c);
    }
}
