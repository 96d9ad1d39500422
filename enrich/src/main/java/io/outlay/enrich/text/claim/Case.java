package io.outlay.enrich.text.claim;

import io.outlay.contracts.MoneyRole;
import io.outlay.enrich.text.claim.Scene.Placed;
import io.outlay.enrich.text.prose.Cue;
import io.outlay.enrich.text.prose.CueKind;
import io.outlay.enrich.text.time.Periods;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One amount under question, with all that is known of it before a rule speaks.
 *
 * @param votes on its role, the loudest first
 * @param trigger the loudest vote for spending, null when nothing speaks for it
 * @param payer who seems to spend it, null when nobody is found
 * @param payerProbability that it is the payer, of all who may be
 * @param nobody the probability that nobody whom the article names pays
 * @param period when it will be spent, null when the sentence does not say
 */
record Case(
        Story story,
        int index,
        Scene scene,
        Placed<Money> money,
        List<Vote> votes,
        @Nullable Vote trigger,
        @Nullable PayerFound payer,
        double payerProbability,
        double nobody,
        Periods.@Nullable Found period) {

    /** The loudest vote for a role, 0 without one. */
    double loudest(MoneyRole role) {
        for (Vote vote : votes) {
            if (vote.role() == role) {
                return vote.weight();
            }
        }
        return 0;
    }

    /** The loudest vote of a kind of cue, 0 without one. */
    double heard(CueKind kind) {
        for (Vote vote : votes) {
            if (vote.kind() == kind) {
                return vote.weight();
            }
        }
        return 0;
    }

    /** Whether a cue of the kind is among those that speak for spending, at least half as loud as the loudest. */
    boolean isTriggeredBy(CueKind kind) {
        Vote best = trigger;
        if (best == null) {
            return false;
        }
        return best.kind() == kind || heard(kind) > 0.75 * best.weight();
    }

    /** Whether a cue of the kind stands at most so many steps before the amount. */
    boolean before(CueKind kind, int steps) {
        Cue cue = scene.before(money.from(), kind);
        return cue != null && scene.steps(cue.to(), money.from()) <= steps;
    }

    /** Whether a cue of the kind stands at most so many steps after the amount. */
    boolean after(CueKind kind, int steps) {
        Cue cue = scene.after(money.to(), kind);
        return cue != null && scene.steps(money.to(), cue.from()) <= steps;
    }

    boolean near(CueKind kind, int steps) {
        return before(kind, steps) || after(kind, steps);
    }

    /** Where the words that govern the amount stand: the trigger, else the amount. */
    int anchor() {
        Vote best = trigger;
        return best == null ? money.from() : best.cue().from();
    }
}
