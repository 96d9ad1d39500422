package io.outlay.enrich.text.claim;

import io.outlay.contracts.Claim;
import io.outlay.contracts.MoneyRole;
import io.outlay.enrich.text.prose.Cue;
import io.outlay.enrich.text.prose.CueKind;
import io.outlay.enrich.text.prose.Tokens;
import io.outlay.enrich.text.prose.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one amount was taken for, and why.
 *
 * @param votes what the words around it say, the loudest first
 * @param weighing the signs that were weighed
 * @param probability that it is AI spending
 * @param rule the claim rule that fired, null when none did
 * @param claim what it claims, null when it is no claim
 */
public record AmountReading(
        Money money,
        Scene scene,
        MoneyRole role,
        List<Vote> votes,
        Weighing weighing,
        double probability,
        @Nullable PayerFound payer,
        @Nullable String rule,
        @Nullable Claim claim) {
    AmountReading with(Claim other) {
        return new AmountReading(money, scene, role, votes, weighing, probability, payer, rule, other);
    }

    /** Whether a cue of the kind stands at most so many steps before the amount. */
    boolean tells(CueKind kind, int steps) {
        int at = scene.tokens().firstEndingAfter(money.start());
        Cue cue = scene.before(at, kind);
        return cue != null && scene.steps(cue.to(), at) <= steps;
    }

    /** {@code Up to €15 billion of investment will be led by}: the amount opens the sentence, and something is done with it. */
    boolean isLedPassively() {
        Tokens tokens = scene.tokens();
        int at = tokens.firstEndingAfter(money.start());
        if (at > 3) {
            return false;
        }
        for (int t = at; t + 1 < Math.min(tokens.size(), at + 14); t++) {
            if (Grammar.is(tokens, t, WILL) && Grammar.is(tokens, t + 1, BE)) {
                return true;
            }
        }
        return false;
    }

    private static final Words WILL = Words.of("will", "would");
    private static final Words BE = Words.of("be", "go");
}
