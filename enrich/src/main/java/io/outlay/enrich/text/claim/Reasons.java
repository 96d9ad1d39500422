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
        if (reading.money().conversion()) {
            if (pro) {
                lines.add("it is the conversion of the amount before it");
            }
            return lines;
        }
        List<Weighing.Sign> signs = reading.weighing().loudest(spending == pro);
        for (Weighing.Sign sign : signs.subList(0, Math.min(MOST, signs.size()))) {
            lines.add(String.format(
                    Locale.ROOT, "%s (%+.1f for spending)", sign.name().replace('-', ' '), sign.weight()));
        }
        PayerFound payer = reading.payer();
        if (pro && spending && payer != null) {
            lines.add("payer " + payer.first().name() + ": " + payer.how().words());
        }
        return lines;
    }
}
