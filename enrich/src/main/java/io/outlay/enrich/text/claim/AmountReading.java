package io.outlay.enrich.text.claim;

import io.outlay.contracts.Claim;
import io.outlay.contracts.MoneyRole;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one amount was taken for, and why.
 *
 * @param votes what the words around it say, the loudest first
 * @param signs what was weighed when something spoke for spending; empty otherwise
 * @param probability that it is AI spending
 * @param rule the claim rule that fired, null when none did
 * @param claim what it claims, null when it is no claim
 */
public record AmountReading(
        Money money,
        Scene scene,
        MoneyRole role,
        List<Vote> votes,
        List<SpendingScore.Sign> signs,
        double probability,
        @Nullable PayerFound payer,
        @Nullable String rule,
        @Nullable Claim claim) {}
