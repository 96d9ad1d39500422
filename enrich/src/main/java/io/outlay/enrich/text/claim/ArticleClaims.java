package io.outlay.enrich.text.claim;

import io.outlay.contracts.Change;
import io.outlay.contracts.Claim;
import io.outlay.contracts.Measure;
import io.outlay.contracts.PayerKind;
import io.outlay.enrich.text.prose.CueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an article claims as a whole: one claim for each thing that its sentences say, however often they say it. */
final class ArticleClaims {
    private static final double NEARLY = 0.006;

    private ArticleClaims() {}

    /** The claims of the readings in the order of the text; of those that say the same, the one that says most. */
    static List<Claim> of(List<AmountReading> readings) {
        List<Claim> all = new ArrayList<>();
        for (AmountReading reading : readings) {
            if (reading.claim() != null) {
                all.add(reading.claim());
            }
        }
        List<Claim> kept = new ArrayList<>();
        for (Claim claim : all) {
            if (isSumOfOthers(claim, readings)
                    || claim.measure() != Measure.PURCHASE
                            && claim.evidence().payerStart() == null
                            && isNamedElsewhere(claim, all)) {
                continue;
            }
            if (claim.measure() != Measure.MEMO && claim.measure() != Measure.EQUITY && isOthersElsewhere(claim, all)) {
                continue;
            }
            int same = indexOfSame(claim, kept);
            if (same < 0) {
                kept.add(claim);
            } else if (isFuller(claim, kept.get(same))) {
                kept.set(same, claim);
            }
        }
        return kept;
    }

    /** A sum that one sentence ascribes to others ({@code private investments}), or calls a stake, is that in all sentences. */
    private static boolean isOthersElsewhere(Claim claim, List<Claim> all) {
        for (Claim other : all) {
            boolean stake = other.measure() == Measure.EQUITY && isSideOf(claim, other);
            if ((other.measure() == Measure.MEMO || stake)
                    && isSameMoney(claim, other)
                    && (stake || claim.payer().kind() == other.payer().kind() || claim.confidence() < 0.9)) {
                return true;
            }
        }
        return false;
    }

    /** A state's money that another sentence calls private investment, or that of a crowd. */
    private static boolean isSumOfOthers(Claim claim, List<AmountReading> readings) {
        if (claim.payer().kind() != PayerKind.GOVERNMENT || claim.measure() == Measure.MEMO) {
            return false;
        }
        for (AmountReading reading : readings) {
            boolean ofCrowd =
                    reading.votes().stream().anyMatch(vote -> vote.kind() == CueKind.JOINT && vote.weight() >= 0.25);
            if (ofCrowd
                    && reading.money().currency().equals(claim.amount().currency())
                    && isClose(reading.money().headline(), claim.amount().headline())) {
                return true;
            }
        }
        return false;
    }

    /** Whether another sentence names who spends the same money, which this one leaves open. */
    private static boolean isNamedElsewhere(Claim claim, List<Claim> all) {
        for (Claim other : all) {
            if (other.evidence().payerStart() != null
                    && !other.payer().id().equals(claim.payer().id())
                    && isSameMoney(claim, other)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the payer of the claim is one of the two sides of a stake: {@code the $100 billion deal} is the stake again. */
    private static boolean isSideOf(Claim claim, Claim stake) {
        return claim.destination() == null
                && (claim.payer().id().equals(stake.payer().id())
                        || stake.counterparty() != null
                                && claim.payer()
                                        .id()
                                        .equals(stake.counterparty().id()));
    }

    private static int indexOfSame(Claim claim, List<Claim> kept) {
        for (int i = 0; i < kept.size(); i++) {
            Claim other = kept.get(i);
            if (other.payer().id().equals(claim.payer().id())
                    && (isSameMoney(claim, other) || isConversion(claim, other) || isConversion(other, claim))
                    && !contradict(claim, other)) {
                return i;
            }
        }
        return -1;
    }

    /** Two claims on the same money that cannot be one: other sides, other places, other years, or spent against planned. */
    private static boolean contradict(Claim a, Claim b) {
        if ((a.measure() == Measure.ACTUAL) != (b.measure() == Measure.ACTUAL)
                || (a.measure() == Measure.EQUITY) != (b.measure() == Measure.EQUITY)) {
            return true;
        }
        if (differ(a.destination(), b.destination()) || differ(a.site(), b.site())) {
            return true;
        }
        if (a.counterparty() != null
                && b.counterparty() != null
                && !a.counterparty().id().equals(b.counterparty().id())) {
            return true;
        }
        if (a.measure() == b.measure()) {
            return a.period() != null
                    && b.period() != null
                    && !a.period().key().equals(b.period().key());
        }
        boolean aSaysWhere = a.counterparty() != null || a.site() != null;
        boolean bSaysWhere = b.counterparty() != null || b.site() != null;
        return aSaysWhere && bSaysWhere;
    }

    private static boolean differ(@Nullable String a, @Nullable String b) {
        return a != null && b != null && !Objects.equals(a, b);
    }

    private static boolean isSameMoney(Claim a, Claim b) {
        return a.amount().currency().equals(b.amount().currency())
                && a.amount().per() == b.amount().per()
                && isClose(a.amount().headline(), b.amount().headline());
    }

    /** Whether the second claim prints the first one's amount as its conversion. */
    private static boolean isConversion(Claim claim, Claim of) {
        Long usd = of.usdPrinted();
        return usd != null
                && claim.amount().currency().equals("USD")
                && isClose(claim.amount().headline(), usd);
    }

    private static boolean isClose(long a, long b) {
        return Math.abs(a - b) <= NEARLY * Math.max(Math.abs(a), Math.abs(b));
    }

    private static boolean isFuller(Claim claim, Claim than) {
        boolean converted = isConversion(claim, than);
        return !converted && score(claim) > score(than);
    }

    private static double score(Claim c) {
        double told = 0;
        told += c.period() == null ? 0 : 1;
        told += c.destination() == null ? 0 : 1;
        told += c.counterparty() == null ? 0 : 1.5;
        told += c.change() == Change.NEW ? 0 : 1;
        told += c.usdPrinted() == null ? 0 : 1;
        told += c.evidence().payerStart() == null ? 0 : 0.5;
        return told + c.confidence();
    }
}
