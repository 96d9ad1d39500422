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
    DESTINATION;

    /** Whether money of the measure has that dimension: what is announced overlaps within a payer, and so has no one destination. */
    public boolean tells(Measure measure) {
        return measure.hasTotals() && (this != DESTINATION || measure != Measure.ANNOUNCED);
    }

    /** A payer's id, or country codes as the posting prints them: several joined by {@code ;} are one entity. */
    String entityOf(Posting posting) {
        return switch (this) {
            case COMPANY -> posting.payer();
            case HEADQUARTERS -> posting.payerCountry();
            case DESTINATION -> posting.destination();
        };
    }

    String nameOf(Posting posting) {
        return this == COMPANY ? posting.payerName() : countryName(entityOf(posting));
    }

    String countryOf(Posting posting) {
        return this == COMPANY ? posting.payerCountry() : entityOf(posting);
    }

    private static String countryName(String codes) {
        return codes.equals("*")
                ? "unknown"
                : Arrays.stream(codes.split(";"))
                        .map(Countries.standard()::nameOf)
                        .collect(Collectors.joining(", "));
    }
}
