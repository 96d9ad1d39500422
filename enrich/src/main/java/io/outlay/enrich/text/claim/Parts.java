package io.outlay.enrich.text.claim;

import io.outlay.contracts.Amount;
import io.outlay.contracts.Claim;
import io.outlay.contracts.Measure;
import io.outlay.enrich.text.prose.CueKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Amounts that a sentence calls a part of what a sentence before announced: {@code The investment includes $15 billion for}. */
final class Parts {
    private Parts() {}

    /** The readings, those of parts with the whole as their claim's {@code partOf}. */
    static List<AmountReading> within(List<AmountReading> readings) {
        List<AmountReading> all = new ArrayList<>(readings.size());
        for (AmountReading reading : readings) {
            Claim claim = reading.claim();
            Claim whole = claim == null || claim.partOf() != null
                    ? null
                    : isPart(reading, claim) ? wholeOf(claim, all) : sumOf(reading, claim, readings, all);
            all.add(claim == null || whole == null ? reading : reading.with(partOf(claim, whole.amount())));
        }
        return all;
    }

    private static boolean isPart(AmountReading reading, Claim claim) {
        return claim.measure() != Measure.ACTUAL
                && claim.measure() != Measure.EQUITY
                && (reading.tells(CueKind.PART, 4) || reading.isLedPassively());
    }

    /**
     * {@code It will put €15 billion into data centres and another €5 billion into storage}, where it was said to invest €20 billion:
     * the claim before of the same payer that the amount and another of its sentence add up to.
     */
    private static @Nullable Claim sumOf(
            AmountReading part, Claim claim, List<AmountReading> readings, List<AmountReading> before) {
        if (claim.measure() == Measure.ACTUAL || claim.measure() == Measure.EQUITY) {
            return null;
        }
        for (AmountReading reading : before) {
            Claim whole = reading.claim();
            if (whole == null
                    || reading.scene() == part.scene()
                    || !whole.payer().id().equals(claim.payer().id())
                    || !whole.amount().currency().equals(claim.amount().currency())) {
                continue;
            }
            long rest = whole.amount().headline() - claim.amount().headline();
            for (AmountReading other : readings) {
                boolean beside = other.scene() == part.scene()
                        && other.money().index() != part.money().index()
                        && other.money().currency().equals(claim.amount().currency());
                if (beside && rest > 0 && Math.abs(other.money().headline() - rest) <= NEARLY * rest) {
                    return whole;
                }
            }
        }
        return null;
    }

    private static final double NEARLY = 0.01;

    /** The nearest claim before of the same payer with more money, as far as currencies let tell. */
    private static @Nullable Claim wholeOf(Claim part, List<AmountReading> before) {
        for (int i = before.size() - 1; i >= 0; i--) {
            Claim claim = before.get(i).claim();
            if (claim == null || !claim.payer().id().equals(part.payer().id()) || claim.partOf() != null) {
                continue;
            }
            Long usd = claim.usdPrinted();
            boolean more = claim.amount().currency().equals(part.amount().currency())
                    ? claim.amount().headline() > part.amount().headline()
                    : usd != null
                            && part.amount().currency().equals("USD")
                            && usd > part.amount().headline();
            if (more) {
                return claim;
            }
        }
        return null;
    }

    private static Claim partOf(Claim c, Amount whole) {
        return new Claim(
                c.payer(),
                c.measure(),
                c.amount(),
                c.usdPrinted(),
                c.period(),
                c.destination(),
                c.site(),
                c.counterparty(),
                c.status(),
                c.change(),
                c.previous(),
                whole,
                c.announcedOn(),
                c.confidence(),
                c.figure(),
                c.evidence());
    }
}
