package io.outlay.enrich.text;

import io.outlay.contracts.Claim;
import io.outlay.contracts.MoneyRole;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why each amount of an article was taken for what it was: what {@code outlay tag --explain} prints. */
public record Explanation(String articleId, @Nullable String title, List<OfAmount> amounts) {
    public Explanation {
        amounts = List.copyOf(amounts);
    }

    /**
     * One amount.
     *
     * @param probability that it is AI spending, 0 when nothing spoke for it
     * @param rule the claim rule that fired, null when none did
     * @param reasons what spoke for the role, the loudest first
     * @param objections what spoke against it, the loudest first
     */
    public record OfAmount(
            String text,
            String quote,
            MoneyRole role,
            double probability,
            @Nullable String rule,
            @Nullable Claim claim,
            List<String> reasons,
            List<String> objections) {
        public OfAmount {
            reasons = List.copyOf(reasons);
            objections = List.copyOf(objections);
        }
    }

    /** As text for people. */
    public String text() {
        StringBuilder out = new StringBuilder();
        out.append(articleId).append(title == null ? "" : " · " + title).append('\n');
        if (amounts.isEmpty()) {
            out.append("  no amount of money\n");
        }
        for (OfAmount amount : amounts) {
            out.append("\n  ").append(amount.text).append("  is ").append(amount.role);
            if (amount.probability > 0) {
                out.append(String.format(Locale.ROOT, "  (AI spending: %.2f)", amount.probability));
            }
            out.append("\n    “").append(amount.quote.replaceAll("\\s+", " ")).append("”\n");
            Claim claim = amount.claim;
            if (claim != null) {
                out.append("    claim    ").append(sentence(claim)).append('\n');
                out.append("    rule     ").append(amount.rule).append('\n');
            }
            append(out, "for      ", amount.reasons);
            append(out, "against  ", amount.objections);
        }
        return out.toString();
    }

    private static void append(StringBuilder out, String label, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            out.append("    ")
                    .append(i == 0 ? label : " ".repeat(label.length()))
                    .append(lines.get(i))
                    .append('\n');
        }
    }

    private static String sentence(Claim claim) {
        StringBuilder out = new StringBuilder();
        out.append(claim.payer().name()).append(" · ").append(claim.measure()).append(" · ");
        out.append(claim.amount().currency())
                .append(' ')
                .append(String.format(Locale.ROOT, "%,d", claim.amount().headline()));
        if (claim.period() != null) {
            out.append(" · ").append(claim.period().key());
        }
        if (claim.counterparty() != null) {
            out.append(" · with ").append(claim.counterparty().name());
        }
        if (claim.destination() != null) {
            out.append(" · to ")
                    .append(claim.destination())
                    .append(claim.site() == null ? "" : " (" + claim.site() + ")");
        }
        out.append(" · ").append(claim.status()).append(" · ").append(claim.change());
        return out.toString();
    }
}
