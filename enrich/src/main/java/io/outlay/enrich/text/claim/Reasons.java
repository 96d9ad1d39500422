package io.outlay.enrich.text.claim;

import io.outlay.contracts.MoneyRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An amount's reading in words. */
public final class Reasons {
    private static final int MOST = 6;

    private Reasons() {}

    /** What spoke for the role that was taken, the loudest first. */
    public static List<String> pro(AmountReading reading) {
        return lines(reading, true);
    }

    /** What spoke against it, the loudest first. */
    public static List<String> contra(AmountReading reading) {
        return lines(reading, false);
    }

    private static List<String> lines(AmountReading reading, boolean pro) {
        List<String> lines = new ArrayList<>();
        boolean spending =
                reading.role() == MoneyRole.SPENDING || reading.role() == MoneyRole.STAKE && reading.claim() != null;
        MoneyRole taken = spending ? MoneyRole.SPENDING : reading.role();
        for (Vote vote : reading.votes()) {
            if ((vote.role() == taken) == pro && lines.size() < MOST) {
                lines.add(String.format(
                        Locale.ROOT,
                        "“%s” says %s (%.2f)",
                        reading.scene().text(vote.cue()),
                        vote.role(),
                        vote.weight()));
            }
        }
        for (SpendingScore.Sign sign : reading.signs()) {
            double weight = SpendingScore.weightOf(sign);
            boolean speaksForSpending = weight > 0;
            if (isPlain(sign) && weight != 0 && (speaksForSpending == spending) == pro) {
                lines.add(String.format(
                        Locale.ROOT, "%s (%+.1f for spending)", sign.name().replace('-', ' '), weight));
            }
        }
        PayerFound payer = reading.payer();
        if (pro && spending && payer != null) {
            lines.add("payer " + payer.first().name() + ": " + payer.how().words());
        }
        return lines;
    }

    /** Signs that only repeat the votes are left out. */
    private static boolean isPlain(SpendingScore.Sign sign) {
        return !sign.name().equals("bias")
                && !sign.name().equals("spending-words")
                && !sign.name().equals("other-words");
    }
}
