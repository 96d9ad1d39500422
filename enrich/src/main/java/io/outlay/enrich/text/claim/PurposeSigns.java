package io.outlay.enrich.text.claim;

import io.outlay.enrich.text.entity.EntityKind;
import io.outlay.enrich.text.prose.Cue;
import io.outlay.enrich.text.prose.CueKind;
import org.jspecify.annotations.Nullable;

/** What the money is for, as far as words tell: AI, or something else that stands nearer. */
final class PurposeSigns {
    private static final int BESIDE = 6;
    private static final int NEAR = 16;
    private static final int FAR_OTHER = 20;
    private static final int NOWHERE = Integer.MAX_VALUE;

    private PurposeSigns() {}

    static void add(Case c, Signs signs) {
        Story story = c.story();
        int ai = nearest(c, CueKind.AI);
        boolean trade = isComputeDeal(c) || isOfComputeTrade(c, c.payer());
        boolean guidance = c.isTriggeredBy(CueKind.CAPEX);
        signs.addIf(trade, SpendingSign.AI_TRADE);
        if (ai < NOWHERE) {
            signs.add(ai <= BESIDE ? SpendingSign.AI_BESIDE : ai <= NEAR ? SpendingSign.AI_NEAR : SpendingSign.AI_FAR);
        } else if (guidance && story.aiDensity() > 0) {
            signs.add(SpendingSign.AI_OF_GUIDANCE);
        } else if (!trade) {
            signs.add(SpendingSign.AI_NOWHERE_IN_SENTENCE);
            boolean state = c.payer() != null && c.payer().first().kind() == EntityKind.GOVERNMENT;
            signs.addIf(state, SpendingSign.STATE_WITHOUT_AI);
            boolean beside = story.speaksOfAi(c.index() - 2, c.index() + 2);
            signs.add(
                    beside
                            ? SpendingSign.AI_NEIGHBOUR
                            : story.speaksOfAi(0, 3) ? SpendingSign.AI_AT_TOP : SpendingSign.NO_AI);
        }
        signs.addIf(story.speaksOfAi(c.index() - 1, c.index()), SpendingSign.AI_BEFORE);
        signs.addIf(story.speaksOfAi(c.index() + 1, c.index() + 2), SpendingSign.AI_AFTER);
        signs.addIf(story.speaksOfAi(0, 2), SpendingSign.AI_IN_LEAD);
        signs.addIf(story.titleSpeaksOfAi(), SpendingSign.AI_IN_TITLE);
        double density = story.aiDensity();
        signs.add(SpendingSign.AI_DENSITY, density);
        signs.add(SpendingSign.AI_ARTICLE[density < 0.15 ? 0 : density < 0.4 ? 1 : density < 0.7 ? 2 : 3]);
        signs.addIf(c.scene().has(CueKind.INFRA), SpendingSign.INFRA);
        signs.add(SpendingSign.FACTORY, insteadOfAi(c, CueKind.FAB, ai));
        signs.add(SpendingSign.ENERGY, insteadOfAi(c, CueKind.ENERGY, ai));
        signs.add(SpendingSign.OTHER_PURPOSE, insteadOfAi(c, CueKind.OTHER_PURPOSE, ai));
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

    /** How near the amount a purpose that is not AI stands: 1, less when an AI word stands nearer, 0 when it is far. */
    private static double insteadOfAi(Case c, CueKind kind, int ai) {
        int other = nearest(c, kind);
        return other > FAR_OTHER ? 0 : other < ai ? 1 : 0.3;
    }

    private static int nearest(Case c, CueKind kind) {
        int nearest = NOWHERE;
        if (!c.scene().has(kind)) {
            return nearest;
        }
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
}
