package io.outlay.aggregate.ledger;

import io.outlay.contracts.Counterparty;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * R10: what a figure or a line is about, and which of them can be about the same. What is not known fits anything; two known sites fit
 * only when one lies in the other.
 *
 * @param counterparty the id of the other side
 */
record Fit(
        Measure measure,
        @Nullable String destination,
        @Nullable String site,
        @Nullable String counterparty,
        @Nullable Period period) {

    /** Multi-year periods are the same when they end at most so far apart. */
    private static final int ENDS_APART_DAYS = 366;

    static Fit of(Figure f) {
        Counterparty other = f.counterparty();
        return new Fit(f.measure(), f.destination(), f.site(), other == null ? null : other.id(), f.period());
    }

    boolean fits(Fit other) {
        return measure == other.measure && placeFits(other) && periodFits(other);
    }

    /** All but the period. */
    boolean placeFits(Fit other) {
        if (measure != other.measure || !sitesFit(site, other.site)) {
            return false;
        }
        if (byCounterparty() && counterparty != null && other.counterparty != null) {
            return counterparty.equals(other.counterparty);
        }
        return destinationsFit(destination, other.destination);
    }

    boolean periodFits(Fit other) {
        if (!isKnown(period) || !isKnown(other.period)) {
            return true;
        }
        return measure == Measure.GUIDANCE ? samePeriod(period, other.period) : similarPeriod(period, other.period);
    }

    /** Whether both name the place or the partner, and name the same. */
    boolean sharesPlace(Fit other) {
        boolean sameSite = site != null && site.equals(other.site);
        boolean samePartner = counterparty != null && counterparty.equals(other.counterparty);
        boolean sameDestination = destination != null && destination.equals(other.destination);
        return sameSite
                || (byCounterparty()
                        ? samePartner || (sameDestination && !known(counterparty, other.counterparty))
                        : sameDestination);
    }

    /** Whether neither says where or with whom. */
    boolean placeless() {
        return destination == null && site == null && (!byCounterparty() || counterparty == null);
    }

    /** How many of the known parts are the same: the more, the better a line is for a figure. */
    int partsInCommon(Fit other) {
        int common = 0;
        common += destination != null && destination.equals(other.destination) ? 1 : 0;
        common += site != null && site.equals(other.site) ? 1 : 0;
        common += counterparty != null && counterparty.equals(other.counterparty) ? 1 : 0;
        common += isKnown(period) && isKnown(other.period) && samePeriod(period, other.period) ? 1 : 0;
        return common;
    }

    /** The same guidance period: equal by key or by days, and no disputed one. */
    boolean sameKnownPeriod(Fit other) {
        return isKnown(period) && isKnown(other.period) && samePeriod(period, other.period);
    }

    boolean periodsOverlap(Fit other) {
        Period a = period;
        Period b = other.period;
        if (a == null || b == null || a.start() == null || a.end() == null || b.start() == null || b.end() == null) {
            return false;
        }
        return !a.start().isAfter(b.end()) && !b.start().isAfter(a.end());
    }

    /** Whether this period is known to lie in the other. */
    boolean periodLiesIn(Fit other) {
        Period a = period;
        Period b = other.period;
        if (!isKnown(a) || !isKnown(b) || a == null || b == null || a.end() == null) {
            return false;
        }
        LocalDate start = a.start();
        boolean startsIn = start == null
                || b.start() == null
                || start.getYear() >= b.start().getYear();
        return startsIn && (b.end() == null || !a.end().isAfter(b.end()));
    }

    /** Purchases and stakes are told apart by the other side, everything else by where the money goes. */
    boolean byCounterparty() {
        return measure == Measure.PURCHASE || measure == Measure.EQUITY;
    }

    private static boolean known(@Nullable String a, @Nullable String b) {
        return a != null && b != null;
    }

    static boolean isKnown(@Nullable Period period) {
        return period != null && !period.key().equals(Periods.DISPUTED);
    }

    private static boolean samePeriod(@Nullable Period a, @Nullable Period b) {
        if (a == null || b == null) {
            return false;
        }
        return a.key().equals(b.key())
                || (a.start() != null
                        && a.end() != null
                        && a.start().equals(b.start())
                        && a.end().equals(b.end()));
    }

    private static boolean similarPeriod(@Nullable Period a, @Nullable Period b) {
        if (a == null || b == null || samePeriod(a, b) || a.end() == null || b.end() == null) {
            return true;
        }
        if (a.end().equals(b.end())) {
            return true; // "by 2030", told again later, begins when it is told
        }
        return isMultiYear(a) && isMultiYear(b) && isWithinAYear(a.end(), b.end());
    }

    private static boolean isMultiYear(Period period) {
        return period.start() == null || period.end() == null || !isWithinAYear(period.start(), period.end());
    }

    /** Years alone decide most; days are counted where they do not. */
    private static boolean isWithinAYear(LocalDate a, LocalDate b) {
        int years = Math.abs(a.getYear() - b.getYear());
        return years == 0 || (years <= 2 && Math.abs(ChronoUnit.DAYS.between(a, b)) <= ENDS_APART_DAYS);
    }

    private static boolean destinationsFit(@Nullable String a, @Nullable String b) {
        if (a == null || b == null || a.equals(b)) {
            return true;
        }
        if (a.length() == 2 && b.length() == 2) {
            return false; // two single countries
        }
        List<String> others = Arrays.asList(b.split(";"));
        return Arrays.stream(a.split(";")).anyMatch(others::contains);
    }

    /** The id of a place inside another begins with the other's. */
    static boolean sitesFit(@Nullable String a, @Nullable String b) {
        return a == null || b == null || a.equals(b) || liesIn(a, b) || liesIn(b, a);
    }

    private static boolean liesIn(String place, String whole) {
        return place.length() > whole.length() && place.charAt(whole.length()) == '-' && place.startsWith(whole);
    }
}
