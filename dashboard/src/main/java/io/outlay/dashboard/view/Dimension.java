package io.outlay.dashboard.view;

import io.outlay.contracts.Countries;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Posting;
import java.util.Arrays;
import java.util.stream.Collectors;

/** By what money is told apart: who pays, where the payer sits, or where the money goes. */
public enum Dimension {
    COMPANY,
    HEADQUARTERS,
    DESTINATION,
    /** From where the payer sits to where the money goes: {@code US>IN}. */
    FLOW;

    /** Whether money of the measure has that dimension: what is announced overlaps within a payer, and so has no one destination. */
    public boolean tells(Measure measure) {
        return measure.hasTotals() && (this == COMPANY || this == HEADQUARTERS || measure != Measure.ANNOUNCED);
    }

    void requireTells(Measure measure) {
        if (!tells(measure)) {
            throw new IllegalArgumentException(measure + " has no totals by " + this);
        }
    }

    /** A payer's id, or country codes as the posting prints them: several joined by {@code ;} are one entity. */
    String entityOf(Posting posting) {
        return switch (this) {
            case COMPANY -> posting.payer();
            case HEADQUARTERS -> posting.payerCountry();
            case DESTINATION -> posting.destination();
            case FLOW -> posting.payerCountry() + ">" + posting.destination();
        };
    }

    String nameOf(Posting posting) {
        return switch (this) {
            case COMPANY -> posting.payerName();
            case HEADQUARTERS, DESTINATION -> countryName(entityOf(posting));
            case FLOW -> countryName(posting.payerCountry()) + " → " + countryName(posting.destination());
        };
    }

    String countryOf(Posting posting) {
        return switch (this) {
            case COMPANY, HEADQUARTERS -> posting.payerCountry();
            case DESTINATION, FLOW -> posting.destination();
        };
    }

    private static String countryName(String codes) {
        return codes.equals("*")
                ? "unknown"
                : Arrays.stream(codes.split(";"))
                        .map(Countries.standard()::nameOf)
                        .collect(Collectors.joining(", "));
    }
}
