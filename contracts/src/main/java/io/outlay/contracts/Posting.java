package io.outlay.contracts;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The signed change that a line makes to the counted money on a day: the flat value of {@code postings}, key {@code line|day}.
 *
 * @param type always {@code posting}
 * @param line a commitment's id, or {@code payer.announced} for the payer's ANNOUNCED series
 * @param payer the payer's id
 * @param payerName the payer's name
 * @param payerCountry ISO codes of its headquarters joined by {@code ;}, {@code *} unknown
 * @param destination ISO codes joined by {@code ;}, {@code *} when not stated
 * @param measure what kind of money it is
 * @param day the day from which the change counts
 * @param lowUsd USD fields are null without a rate, and sums skip them
 * @param headlineUsd whole US dollars; of these three all stand or none
 * @param highUsd whole US dollars
 * @param low native fields are null for ANNOUNCED and where the line's currency changed on that day
 * @param headline whole units of {@code currency}; of these three all stand or none
 * @param high whole units of {@code currency}
 * @param currency ISO 4217 code
 * @param cause what made the change, in a word
 */
public record Posting(
        String type,
        String line,
        String payer,
        String payerName,
        String payerCountry,
        String destination,
        Measure measure,
        LocalDate day,
        @Nullable Long lowUsd,
        @Nullable Long headlineUsd,
        @Nullable Long highUsd,
        @Nullable Long low,
        @Nullable Long headline,
        @Nullable Long high,
        @Nullable String currency,
        String cause) {
    public static final String TYPE = "posting";

    /** The order of {@link #key}, without making the keys where lines alone decide. */
    public static final Comparator<Posting> BY_KEY = Posting::compareByKey;

    public Posting {
        Check.constant(type, TYPE, "type");
        Check.id(line, "line");
        Check.id(payer, "payer");
        Check.text(payerName, "payerName");
        Check.countries(payerCountry, "payerCountry");
        Check.countries(destination, "destination");
        Check.required(measure, "measure");
        Check.required(day, "day");
        Check.text(cause, "cause");
        Check.together("fields lowUsd, headlineUsd and highUsd", lowUsd, headlineUsd, highUsd);
        Check.together("fields low, headline and high", low, headline, high);
        if (low != null || currency != null) {
            Check.currency(currency, "currency");
        }
    }

    public String key() {
        return line + "|" + day;
    }

    private static int compareByKey(Posting a, Posting b) {
        String x = a.line;
        String y = b.line;
        if (x.equals(y)) {
            return a.day.compareTo(b.day);
        }
        return x.startsWith(y) || y.startsWith(x) ? a.key().compareTo(b.key()) : x.compareTo(y);
    }
}
