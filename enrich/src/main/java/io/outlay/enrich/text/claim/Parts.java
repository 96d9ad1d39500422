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
        for (int i = 0; i < readings.size(); i++) {
            AmountReading reading = readings.get(i);
            Claim claim = reading.claim();
            Claim whole = claim == null || claim.partOf() != null
                    ? null
                    : isPart(reading, claim) ? wholeOf(claim, all) : sumOf(i, claim, readings, all);
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
            int at, Claim claim, List<AmountReading> readings, List<AmountReading> before) {
        if (claim.measure() == Measure.ACTUAL || claim.measure() == Measure.EQUITY) {
            return null;
        }
        for (AmountReading reading : lastOf(before)) {
            Claim whole = reading.claim();
            if (whole == null
                    || reading.scene() == readings.get(at).scene()
                    || !whole.payer().id().equals(claim.payer().id())
                    || !whole.amount().currency().equals(claim.amount().currency())) {
                continue;
            }
            long rest = whole.amount().headline() - claim.amount().headline();
            if (rest > 0 && printsBeside(at, rest, readings)) {
                return whole;
            }
        }
        return null;
    }

    /** Whether the sentence of the reading prints the money beside it, in the same currency. */
    private static boolean printsBeside(int at, long money, List<AmountReading> readings) {
        AmountReading part = readings.get(at);
        for (int i = Math.max(0, at - BESIDE); i < Math.min(readings.size(), at + BESIDE + 1); i++) {
            AmountReading other = readings.get(i);
            if (i != at
                    && other.scene() == part.scene()
                    && other.money().currency().equals(part.money().currency())
                    && Math.abs(other.money().headline() - money) <= NEARLY * money) {
                return true;
            }
        }
        return false;
    }

    private static List<AmountReading> lastOf(List<AmountReading> before) {
        return before.subList(Math.max(0, before.size() - REACH), before.size());
    }

    /** How many amounts back a whole may have been announced; what bounds the work on a text that is nothing but amounts. */
    private static final int REACH = 64;
    /** How many amounts away the other part of a whole may stand. */
    private static final int BESIDE = 4;

    private static final double NEARLY = 0.01;

    /** The nearest claim before of the same payer with more money, as far as currencies let tell. */
    private static @Nullable Claim wholeOf(Claim part, List<AmountReading> before) {
        for (int i = before.size() - 1; i >= Math.max(0, before.size() - REACH); i--) {
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
