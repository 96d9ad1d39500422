package io.outlay.enrich.text.claim;

import io.outlay.enrich.text.claim.PayerCandidates.Candidate;
import io.outlay.enrich.text.claim.PayerFound.How;
import io.outlay.enrich.text.claim.Scene.Placed;
import io.outlay.enrich.text.entity.Company;
import io.outlay.enrich.text.entity.FoundEntity;
import io.outlay.enrich.text.prose.Cue;
import io.outlay.enrich.text.prose.CueKind;
import io.outlay.enrich.text.prose.Tokens;
import io.outlay.enrich.text.prose.WordHash;
import io.outlay.enrich.text.prose.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is seen of each candidate for the payer of one amount. */
@SuppressWarnings("EnumOrdinal") // families of signs lie in arrays, in the order of their enums
final class PayerSigns {
    private static final Words BE = Words.of("be", "being", "was", "were", "been", "is", "are");
    private static final Words LOOSE_TURNS = Words.of("and", "as");
    private static final Words BACKED = Words.of("backed", "owned", "funded");
    private static final Words BY = Words.of("by");
    private static final Map<Long, Integer> LEADS = leads();
    private static final int NOTHING = 0;
    private static final int OPENING = 1;
    private static final int BRACKET = 2;
    private static final int ACCORDING_TO = 3;
    private static final Words ACCORDING = Words.of("according");
    private static final Words WITH = Words.of("with", "from");

    private final Amidst amidst;
    private final Scene scene;
    private final Tokens tokens;
    private final Placed<Money> money;
    private final Subjects subjects;
    private final List<Candidate> candidates;
    private final int verb;
    private final boolean deal;
    private final DealSides sides;

    PayerSigns(Amidst amidst, List<Candidate> candidates) {
        this.amidst = amidst;
        this.scene = amidst.scene();
        this.tokens = scene.tokens();
        this.money = amidst.money();
        this.subjects = new Subjects(scene);
        this.candidates = candidates;
        this.verb = amidst.verb();
        this.deal = amidst.isTriggeredBy(CueKind.DEAL) || amidst.isTriggeredBy(CueKind.PAY);
        this.sides = DealSides.of(amidst);
    }

    private static Map<Long, Integer> leads() {
        Map<Long, Integer> leads = new HashMap<>();
        for (int i = ACCORDING_TO + 1; i < PayerSign.LEADS.length; i++) {
            leads.put(WordHash.of(PayerSign.LEADS[i]), i);
        }
        return Map.copyOf(leads);
    }

    /** What speaks for nobody. */
    Signs ofNobody() {
        Signs signs = new Signs();
        signs.add(PayerSign.NOBODY);
        signs.addIf(PhrasingSigns.isOfCrowd(scene, money), PayerSign.NOBODY_CROWD_SPENDS);
        signs.addIf(subjects.hasUnnamedBefore(money.from()), PayerSign.NOBODY_UNNAMED);
        for (Cue cue : scene.cues()) {
            switch (cue.kind()) {
                case JOINT ->
                    signs.addOnce(
                            cue.to() <= money.from() ? PayerSign.NOBODY_CROWD_BEFORE : PayerSign.NOBODY_CROWD_AFTER);
                case FORECAST -> signs.addOnce(PayerSign.NOBODY_FORECAST);
                case SPEND, INVEST -> {
                    boolean passive = cue.from() >= money.to()
                            && scene.steps(money.to(), cue.from()) <= 3
                            && Grammar.is(tokens, cue.from() - 1, BE);
                    if (passive) {
                        signs.addOnce(PayerSign.NOBODY_PASSIVE);
                    }
                }
                default -> {}
            }
        }
        return signs;
    }

    Signs of(Candidate candidate) {
        Signs signs = new Signs();
        PayerFound payer = candidate.payer();
        signs.add(PayerSign.FOUND[payer.how().ordinal()]);
        Vote trigger = amidst.trigger();
        if (trigger != null) {
            signs.add(PayerSign.foundWith(payer.how(), trigger.kind()));
        }
        who(payer, signs);
        sides.add(payer, signs);
        if (candidate.elsewhere() != null) {
            signs.add(PayerSign.ELSEWHERE[candidate.elsewhere().ordinal()]);
            signs.addIf(candidate.oblique(), PayerSign.ELSEWHERE_OBLIQUE);
            elsewhere(payer.first(), signs);
            return signs;
        }
        int lead = leadOf(payer.from());
        if (payer.to() <= money.from()) {
            before(payer, signs);
            signs.add(PayerSign.LED_BEFORE[lead]);
        } else {
            behind(payer, signs);
            signs.add(PayerSign.LED_AFTER[lead]);
        }
        beside(payer, signs);
        return signs;
    }

    private void who(PayerFound payer, Signs signs) {
        Company first = payer.first();
        signs.add(PayerSign.IS[first.kind().ordinal()]);
        signs.addIf(!first.listed(), PayerSign.UNLISTED);
        signs.addIf(amidst.story().isForecaster(first), PayerSign.FORECASTER);
        boolean several = payer.parties().size() > 1;
        signs.addIf(several, PayerSign.SEVERAL);
        if (scene.has(CueKind.TOGETHER)) {
            signs.add(several ? PayerSign.SEVERAL_TOGETHER : PayerSign.ONE_OF_TOGETHER);
        }
        signs.addIf(isSame(first, amidst.story().main()), PayerSign.MAIN);
        signs.addIf(isSame(first, amidst.story().ofTitle()), PayerSign.IN_TITLE);
        int side = Purchase.side(first);
        signs.add(PayerSign.USUALLY[side]);
        signs.addIf(deal, PayerSign.DEAL_USUALLY[side]);
        boolean others = false;
        boolean lowest = true;
        boolean highest = true;
        for (Placed<FoundEntity> name : scene.names()) {
            Company other = Antecedents.payerOf(name.what());
            if (other != null && Story.isFirm(other) && !other.id().equals(first.id())) {
                others = true;
                lowest &= Purchase.rank(first) < Purchase.rank(other);
                highest &= Purchase.rank(first) > Purchase.rank(other);
            }
        }
        signs.addIf(others && lowest, deal ? PayerSign.DEAL_LIKELIEST_BUYER : PayerSign.LIKELIEST_BUYER);
        signs.addIf(others && highest, deal ? PayerSign.DEAL_LIKELIEST_SELLER : PayerSign.LIKELIEST_SELLER);
    }

    private static boolean isSame(Company company, @org.jspecify.annotations.Nullable Company other) {
        return other != null && company.id().equals(other.id());
    }

    private void elsewhere(Company company, Signs signs) {
        boolean here = false;
        boolean firms = false;
        for (Placed<FoundEntity> name : scene.names()) {
            Company other = Antecedents.payerOf(name.what());
            here |= isSame(company, other);
            firms |= other != null && Story.isFirm(other);
        }
        signs.add(here ? PayerSign.ELSEWHERE_AND_HERE : PayerSign.ELSEWHERE_ONLY);
        signs.addIf(firms, PayerSign.ELSEWHERE_THOUGH_FIRMS_HERE);
        signs.addIf(scene.sentence().opensParagraph(), PayerSign.ELSEWHERE_NEW_PARAGRAPH);
    }

    private void before(PayerFound payer, Signs signs) {
        int to = payer.to();
        int steps = scene.steps(to, money.from());
        signs.add(PayerSign.BEFORE[steps <= 2 ? 0 : steps <= 6 ? 1 : steps <= 14 ? 2 : steps <= 28 ? 3 : 4]);
        Cue does = payer.how() == How.BESIDE ? null : subjects.verbAt(to);
        if (does != null) {
            signs.add(PayerSign.SUBJECT_OF[does.kind().ordinal()]);
            Vote trigger = amidst.trigger();
            signs.addIf(trigger != null && does.from() == trigger.cue().from(), PayerSign.SUBJECT_OF_TRIGGER);
        }
        if (Grammar.isPossessive(scene, to)) {
            signs.add(PayerSign.POSSESSIVE);
            signs.addIf(steps <= 5, PayerSign.POSSESSIVE_NEAR);
        }
        signs.addIf(isMoneyBetween(to, money.from()), PayerSign.MONEY_BETWEEN);
        for (int t = to; t < money.from(); t++) {
            if (tokens.mark(t) == ';') {
                signs.addOnce(PayerSign.SEMICOLON_BETWEEN);
            }
        }
        for (Cue cue : scene.cues()) {
            if (cue.from() >= to && cue.to() <= money.from()) {
                between(cue, to, signs);
            }
        }
        signs.addIf(isNearestSubject(payer), PayerSign.NEAREST_SUBJECT);
        signs.add(to <= verb ? PayerSign.BEFORE_VERB : PayerSign.BEHIND_VERB);
        int others = 0;
        boolean firstHere = true;
        for (Candidate candidate : candidates) {
            PayerFound other = candidate.payer();
            if (other.from() >= 0) {
                boolean between = other.from() >= to && other.to() <= money.from();
                others += between && !isSame(payer.first(), other.first()) ? 1 : 0;
                firstHere &= other.from() >= payer.from();
            }
        }
        signs.add(PayerSign.BETWEEN[Math.min(others, 2)]);
        signs.addIf(firstHere, PayerSign.FIRST_HERE);
    }

    private void between(Cue cue, int to, Signs signs) {
        switch (cue.kind()) {
            case TURN -> {
                if (!Grammar.is(tokens, cue.from(), LOOSE_TURNS)) {
                    signs.addOnce(PayerSign.TURN_BETWEEN);
                }
            }
            case SAY -> signs.addOnce(PayerSign.SAY_BETWEEN);
            case WHICH -> signs.addOnce(PayerSign.WHICH_BETWEEN);
            case SELL -> {
                if (cue.from() <= to + 3) {
                    signs.addOnce(PayerSign.SELLS);
                }
            }
            case RECEIVE -> {
                if (cue.from() <= to + 3) {
                    signs.addOnce(PayerSign.RECEIVES);
                }
            }
            default -> {}
        }
    }

    private boolean isNearestSubject(PayerFound payer) {
        if (payer.to() > verb || payer.how() == How.BESIDE) {
            return false;
        }
        for (Candidate candidate : candidates) {
            PayerFound other = candidate.payer();
            boolean subject = other.how() != How.BESIDE && other.how() != How.BRACKETS;
            if (subject && other.from() > payer.from() && other.to() <= verb) {
                return false;
            }
        }
        return true;
    }

    private void behind(PayerFound payer, Signs signs) {
        int steps = scene.steps(money.to(), payer.from());
        signs.add(PayerSign.AFTER[steps <= 3 ? 0 : steps <= 10 ? 1 : 2]);
        signs.addIf(isMoneyBetween(money.to(), payer.from()), PayerSign.MONEY_BETWEEN);
        Cue does = subjects.verbAt(payer.to());
        if (does != null) {
            signs.add(PayerSign.AFTER_SUBJECT_OF[does.kind().ordinal()]);
        }
        signs.addIf(Grammar.isPossessive(scene, payer.to()), PayerSign.AFTER_POSSESSIVE);
    }

    private void beside(PayerFound payer, Signs signs) {
        signs.addIf(DealSides.isSoldTo(scene, payer.from()), PayerSign.SOLD_TO);
        if (DealSides.isOtherSide(scene, payer.from())) {
            signs.add(PayerSign.OTHER_SIDE_OF_DEAL);
            signs.add(PayerSign.OTHER_SIDE_USUALLY[Purchase.side(payer.first())]);
        }
        signs.addIf(isBoughtFrom(payer.from()), PayerSign.BOUGHT_FROM);
        signs.addIf(deal && isUnit(payer), PayerSign.UNIT_IN_A_DEAL);
        signs.addIf(isExampleOfCrowd(payer.from()), PayerSign.EXAMPLE_OF_CROWD);
        signs.addIf(subjects.leadsRelativeOfVerb(payer.to(), money.from()), PayerSign.RELATIVE_OF_VERB);
        for (Cue cue : scene.cues()) {
            boolean thing = cue.kind() == CueKind.AI || cue.kind() == CueKind.INFRA || cue.kind() == CueKind.PROJECT;
            if (thing && cue.from() == payer.to()) {
                signs.addOnce(PayerSign.NAMES_A_THING);
            }
            if (cue.kind() == CueKind.DEAL && cue.from() == payer.to()) {
                signs.addOnce(PayerSign.NAMES_A_DEAL);
            }
            if (cue.kind() == CueKind.TITLE && cue.from() >= payer.to() && cue.from() <= payer.to() + 1) {
                signs.addOnce(PayerSign.HAS_TITLE_HOLDER);
            }
        }
        boolean backs = Grammar.is(tokens, payer.from() - 1, BY) && Grammar.is(tokens, payer.from() - 2, BACKED);
        signs.addIf(backs || Grammar.is(tokens, payer.to(), BACKED), PayerSign.BACKER);
        signs.addIf(payer.from() > 0 && tokens.mark(payer.from() - 1) == '(', PayerSign.IN_BRACKETS);
    }

    /** {@code buy $30 billion of capacity [from Microsoft]}, {@code committed to spend $6 billion [with Amazon]}: who sells. */
    private boolean isBoughtFrom(int from) {
        if (from < money.to() || !Grammar.is(tokens, from - 1, WITH)) {
            return false;
        }
        Cue pay = scene.before(money.from(), CueKind.PAY);
        Cue spend = scene.before(money.from(), CueKind.SPEND);
        return pay != null && scene.steps(pay.to(), money.from()) <= 8
                || Grammar.is(tokens, from - 1, WITH_ONLY)
                        && spend != null
                        && scene.steps(spend.to(), money.from()) <= 4;
    }

    private static final Words WITH_ONLY = Words.of("with");

    /** {@code a deal with Google Cloud}: named by a product or a subsidiary, mostly the one that sells. */
    private boolean isUnit(PayerFound payer) {
        for (Placed<FoundEntity> name : scene.names()) {
            Company company = name.what().company();
            if (name.from() == payer.from() && company != null) {
                return company.parent() != null;
            }
        }
        return false;
    }

    /** {@code Hyperscalers, including [Amazon]}, {@code tech giants such as [Meta]}. */
    private boolean isExampleOfCrowd(int from) {
        Cue crowd = scene.before(from, CueKind.JOINT);
        if (crowd == null) {
            return false;
        }
        for (int t = crowd.to(); t < Math.min(from, crowd.to() + 5); t++) {
            if (Grammar.is(tokens, t, INCLUDING)) {
                return true;
            }
        }
        return false;
    }

    private static final Words INCLUDING = Words.of("including", "like", "likes", "such", "from");

    private boolean isMoneyBetween(int from, int to) {
        for (Placed<Money> other : scene.monies()) {
            if (!other.what().conversion() && other.from() >= from && other.to() <= to) {
                return true;
            }
        }
        return false;
    }

    /** What leads a name in, as a place among {@link PayerSign#LEADS}. */
    private int leadOf(int from) {
        for (int t = from - 1; t >= Math.max(0, from - 4); t--) {
            Integer lead = LEADS.get(tokens.hash(t));
            if (lead != null) {
                return Grammar.is(tokens, t - 1, ACCORDING) ? ACCORDING_TO : lead;
            }
            if (tokens.hash(t) == 0) {
                return tokens.mark(t) == '(' ? BRACKET : NOTHING;
            }
        }
        return from == 0 ? OPENING : NOTHING;
    }
}
