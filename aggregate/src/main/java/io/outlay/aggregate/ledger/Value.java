package io.outlay.aggregate.ledger;

import io.outlay.contracts.Amount;
import io.outlay.contracts.Band;
import io.outlay.contracts.RateUnit;
import io.outlay.contracts.RateUsed;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An amount ready to be compared across currencies.
 *
 * @param usd at the rate of the day on which the figure was first stated; null without a rate. It serves comparison only
 * @param usdPrinted the conversion that texts print
 */
record Value(Amount amount, @Nullable Band usd, @Nullable Long usdPrinted) {

    static Value of(Amount amount, @Nullable LocalDate day, @Nullable Long usdPrinted, Rates rates) {
        if (amount.currency().equals("USD")) {
            return new Value(amount, Amounts.band(amount), null);
        }
        RateUsed rate = day == null ? null : rates.on(amount.currency(), day);
        return new Value(amount, Amounts.usd(Amounts.band(amount), rate), usdPrinted);
    }

    /** R10: whether this headline agrees with an end of the other, in one currency or in dollars. */
    boolean agreesWithAnEndOf(Value other) {
        if (!sameUnit(other)) {
            return false;
        }
        if (sameCurrency(other)) {
            long mine = amount.headline();
            Amount theirs = other.amount;
            return Amounts.near(mine, theirs.headline())
                    || Amounts.near(mine, theirs.low())
                    || Amounts.near(mine, theirs.high());
        }
        Band theirs = other.usd;
        return agreesInDollars(other)
                || (theirs != null && (agreesInDollars(theirs.low()) || agreesInDollars(theirs.high())));
    }

    boolean agreesWithHeadlineOf(Value other) {
        return sameUnit(other)
                && (sameCurrency(other)
                        ? Amounts.near(amount.headline(), other.amount.headline())
                        : agreesInDollars(other));
    }

    /** Whether this headline lies within a range of which both ends are known. */
    boolean liesInside(Value other) {
        if (!sameUnit(other) || other.amount.low() == 0 || other.amount.low() == other.amount.high()) {
            return false;
        }
        if (sameCurrency(other)) {
            return amount.headline() >= other.amount.low() && amount.headline() <= other.amount.high();
        }
        return usd != null
                && other.usd != null
                && usd.headline() >= other.usd.low()
                && usd.headline() <= other.usd.high();
    }

    boolean sameCurrency(Value other) {
        return amount.currency().equals(other.amount.currency());
    }

    /** Comparable size: dollars where there are any, else native units. */
    long size() {
        return usd != null ? usd.headline() : amount.headline();
    }

    /** {@code this} is more than {@code times} times the other, or less than that fraction of it. */
    boolean isFurtherThan(int times, Value other) {
        long a = sameCurrency(other) ? amount.headline() : size();
        long b = sameCurrency(other) ? other.amount.headline() : other.size();
        if (!sameCurrency(other) && (usd == null || other.usd == null)) {
            return false;
        }
        return Math.max(a, b) / times > Math.min(a, b);
    }

    /** Whether this headline is larger; false when they cannot be compared. */
    boolean isLargerThan(Value other) {
        if (sameCurrency(other)) {
            return amount.headline() > other.amount.headline();
        }
        return usd != null && other.usd != null && usd.headline() > other.usd.headline();
    }

    /** How far two headlines are apart, in one currency or in dollars; null when they cannot be compared. */
    @Nullable
    Long distance(Value other) {
        if (sameCurrency(other)) {
            return Math.abs(amount.headline() - other.amount.headline());
        }
        return usd == null || other.usd == null ? null : (Long) Math.abs(usd.headline() - other.usd.headline());
    }

    /** An amount by the month is no amount by the year; one without a unit may be either. */
    private boolean sameUnit(Value other) {
        RateUnit mine = amount.per();
        RateUnit theirs = other.amount.per();
        return mine == null || theirs == null || mine == theirs;
    }

    /** By the rate of its day or by the conversion that texts print, on either side. */
    private boolean agreesInDollars(Value other) {
        return (other.usd != null && agreesInDollars(other.usd.headline()))
                || (other.usdPrinted != null && usd != null && Amounts.near(usd.headline(), other.usdPrinted));
    }

    private boolean agreesInDollars(long dollars) {
        return (usd != null && Amounts.near(usd.headline(), dollars))
                || (usdPrinted != null && Amounts.near(usdPrinted, dollars));
    }
}
