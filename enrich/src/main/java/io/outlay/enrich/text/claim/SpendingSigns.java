package io.outlay.enrich.text.claim;

import io.outlay.contracts.MoneyRole;
import io.outlay.contracts.Qualifier;
import io.outlay.enrich.text.claim.PayerFound.How;
import io.outlay.enrich.text.claim.Scene.Placed;
import io.outlay.enrich.text.entity.Company;
import io.outlay.enrich.text.entity.FoundEntity;
import io.outlay.enrich.text.prose.Cue;
import java.util.HashSet;
import java.util.Set;

/** All that is seen of an amount before it is judged. What is seen is said here; what it is worth stands in the weights. */
@SuppressWarnings("EnumOrdinal") // families of signs lie in arrays, in the order of their enums
final class SpendingSigns {
    /** The farthest steps at which a cue word counts as near the amount. */
    private static final int NEAR = 12;

    private static final int OF_REACH = 8;
    private static final double LOUDEST = 1.6;
    private static final long[] SIZES = {20_000_000L, 200_000_000L, 1_000_000_000L, 1_000_000_000_000L};

    private final Case c;
    private final Scene scene;
    private final Signs signs = new Signs();

    private SpendingSigns(Case c) {
        this.c = c;
        this.scene = c.scene();
    }

    static Signs of(Case c) {
        SpendingSigns seen = new SpendingSigns(c);
        seen.signs.add(SpendingSign.BIAS);
        seen.addVotes();
        seen.addCues();
        seen.addAmount();
        seen.addPayer();
        PurposeSigns.add(c, seen.signs);
        PhrasingSigns.add(c, seen.signs);
        seen.addSentence();
        return seen.signs;
    }

    private void addVotes() {
        MoneyRole loudest = null;
        double most = 0;
        double others = 0;
        for (MoneyRole role : MoneyRole.values()) {
            double voice = Math.min(LOUDEST, c.loudest(role));
            signs.add(SpendingSign.SAYS[role.ordinal()], voice);
            if (voice > most) {
                most = voice;
                loudest = role;
            }
            if (role != MoneyRole.SPENDING && role != MoneyRole.PART) {
                others = Math.max(others, voice);
            }
        }
        if (loudest != null) {
            signs.add(SpendingSign.LOUDEST[loudest.ordinal()]);
        }
        signs.add(SpendingSign.SPENDING_OVER_OTHERS, Math.min(LOUDEST, c.loudest(MoneyRole.SPENDING)) - others);
        Vote trigger = c.trigger();
        if (trigger != null) {
            signs.add(SpendingSign.TRIGGER[trigger.kind().ordinal()]);
        }
    }

    private void addCues() {
        int from = c.money().from();
        int to = c.money().to();
        int nextMoney = Integer.MAX_VALUE;
        for (Placed<Money> other : scene.monies()) {
            if (other.from() >= to && !other.what().conversion()) {
                nextMoney = Math.min(nextMoney, other.from());
            }
        }
        int phraseEnd = RoleReader.phraseEndBehind(scene, to);
        for (Cue cue : scene.cues()) {
            int kind = cue.kind().ordinal();
            if (scene.isInName(cue)) {
                continue;
            }
            if (cue.to() <= from) {
                if (scene.steps(cue.to(), from) <= NEAR) {
                    signs.addOnce(SpendingSign.BEFORE[kind]);
                }
            } else if (cue.from() >= to) {
                int steps = scene.steps(to, cue.from());
                if (cue.to() <= phraseEnd) {
                    signs.addOnce(SpendingSign.MEASURES[kind]);
                } else if (steps <= OF_REACH && RoleReader.isBehindOnePreposition(scene, to, cue.from())) {
                    signs.addOnce(SpendingSign.OF[kind]);
                }
                if (steps <= NEAR && cue.from() < nextMoney) {
                    signs.addOnce(SpendingSign.BEHIND[kind]);
                }
            }
        }
    }

    private void addAmount() {
        Money money = c.money().what();
        int size = 0;
        while (size < SIZES.length && money.headline() >= SIZES[size]) {
            size++;
        }
        signs.add(SpendingSign.SIZE[size]);
        signs.add(SpendingSign.QUALIFIER[money.qualifier().ordinal()]);
        signs.addIf(money.qualifier() != Qualifier.UP_TO && money.low() != money.high(), SpendingSign.RANGE);
        signs.addIf(money.per() != null, SpendingSign.RATE);
        signs.addIf(money.conversion(), SpendingSign.CONVERSION);
        signs.addIf(money.usdPrinted() != null, SpendingSign.HAS_CONVERSION);
    }

    private void addPayer() {
        PayerFound payer = c.payer();
        signs.add(SpendingSign.NOBODY_PAYS, c.nobody());
        if (payer == null) {
            signs.add(SpendingSign.NO_PAYER);
            return;
        }
        Company first = payer.first();
        signs.add(SpendingSign.PAYER_SURE, c.payerProbability());
        signs.add(SpendingSign.PAYER_FOUND[payer.how().ordinal()]);
        signs.add(SpendingSign.PAYER_IS[first.kind().ordinal()]);
        signs.add(SpendingSign.PAYER_USUALLY[Purchase.side(first)]);
        signs.addIf(!first.listed(), SpendingSign.PAYER_UNLISTED);
        signs.addIf(payer.parties().size() > 1, SpendingSign.PAYER_SEVERAL);
        Company main = c.story().main();
        signs.addIf(main != null && payer.parties().contains(main), SpendingSign.PAYER_MAIN);
        Company title = c.story().ofTitle();
        signs.addIf(title != null && payer.parties().contains(title), SpendingSign.PAYER_IN_TITLE);
        signs.addIf(isUtility(first.name()), SpendingSign.PAYER_UTILITY);
        // A bank that lends speaks of its own money.
        signs.addIf(c.story().isForecaster(first) && !Readings.isLent(c), SpendingSign.PAYER_FORECASTS);
        if (payer.how() != How.TOPIC) {
            int rule = ClaimRules.indexOfFirst(c);
            signs.add(SpendingSign.RULE[rule]);
            signs.add(SpendingSign.MEASURE[ClaimRules.all().get(rule).measure().ordinal()]);
        }
    }

    private static boolean isUtility(String name) {
        return name.contains("Energy")
                || name.contains("Power")
                || name.contains("Electric")
                || name.contains("Edison");
    }

    private void addSentence() {
        int amounts = scene.monies().size();
        signs.add(SpendingSign.AMOUNTS[Math.min(amounts, 3) - 1]);
        signs.addIf(scene.monies().get(0).from() < c.money().from(), SpendingSign.LATER_AMOUNT);
        Set<String> firms = new HashSet<>();
        for (Placed<FoundEntity> name : scene.names()) {
            Company company = name.what().payer();
            if (company != null && Story.isFirm(company)) {
                firms.add(company.id());
            }
        }
        signs.add(SpendingSign.FIRMS[Math.min(firms.size(), 3)]);
        int words = scene.tokens().size();
        signs.addIf(words < 14, SpendingSign.SHORT_SENTENCE);
        signs.addIf(words > 45, SpendingSign.LONG_SENTENCE);
        signs.add(SpendingSign.PLACED[c.index() < 2 ? 0 : c.index() < 8 ? 1 : 2]);
        Story.Restated restated = c.story().restated(c.money().what());
        signs.addIf(restated.times() > 1, SpendingSign.SAID_AGAIN);
        signs.addIf(restated.inLead(), SpendingSign.IN_LEAD);
        signs.addIf(c.story().titlePrints(c.money().what()), SpendingSign.IN_TITLE);
    }
}
