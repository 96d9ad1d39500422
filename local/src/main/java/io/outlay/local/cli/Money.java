package io.outlay.local.cli;

import io.outlay.contracts.Band;
import java.util.Locale;

/** Amounts of money for people: whole units, in groups of three, so that what is shown adds up. */
final class Money {
    private Money() {}

    /** {@code 380,000,000,000}. */
    static String units(long units) {
        return String.format(Locale.ROOT, "%,d", units);
    }

    /** {@code +5,000,000,000} or {@code -5,000,000,000}; {@code 0}. */
    static String change(long units) {
        return units > 0 ? "+" + units(units) : units(units);
    }

    /** {@code 65,000,000,000}, or {@code 60,000,000,000 / 65,000,000,000 / 65,000,000,000} where low, headline and high differ. */
    static String band(Band band) {
        return band.low() == band.headline() && band.headline() == band.high()
                ? units(band.headline())
                : units(band.low()) + " / " + units(band.headline()) + " / " + units(band.high());
    }
}
