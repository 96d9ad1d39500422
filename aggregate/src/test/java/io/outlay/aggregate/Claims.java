package io.outlay.aggregate;

import io.outlay.contracts.Amount;
import io.outlay.contracts.AnnouncedOn;
import io.outlay.contracts.Change;
import io.outlay.contracts.Claim;
import io.outlay.contracts.ClaimEvidence;
import io.outlay.contracts.ClaimSet;
import io.outlay.contracts.DayBasis;
import io.outlay.contracts.Figures;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Payer;
import io.outlay.contracts.PayerKind;
import io.outlay.contracts.Period;
import io.outlay.contracts.Precision;
import io.outlay.contracts.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Claims for tests, in the fewest words. */
final class Claims {
    private Claims() {}

    static Payer payer(String id, String country) {
        return new Payer(
                id,
                id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1),
                country,
                PayerKind.COMPANY,
                List.of());
    }

    /** {@code billions} of {@code currency}, guided for a calendar year on a day. */
    static Claim guidance(Payer payer, String day, int year, long billions, String currency) {
        return claim(payer, Measure.GUIDANCE, day, "CY" + year, billions, currency, Change.NEW);
    }

    static Claim claim(
            Payer payer, Measure measure, String day, String periodKey, long billions, String currency, Change change) {
        Amount amount = Amount.exactly(billions * 1_000_000_000L, currency);
        Period period = new Period("in that time", null, null, periodKey);
        String quote = payer.name() + " puts " + billions + "bn " + currency + " into AI data centres.";
        return new Claim(
                payer,
                measure,
                amount,
                null,
                period,
                null,
                null,
                null,
                Status.OFFICIAL,
                change,
                null,
                null,
                new AnnouncedOn(LocalDate.parse(day), Precision.DAY, DayBasis.PUBLISHED),
                0.9,
                Figures.id(payer.id(), measure, period, null, null, null, amount),
                new ClaimEvidence(quote, 0, 0, quote.length(), 0, 4, 10, 14, null, null, "puts-into"));
    }

    /** What an article from a site of its own claims. */
    static ClaimSet set(String article, Claim... claims) {
        return set(article, List.of(), claims);
    }

    static ClaimSet set(String article, List<String> bands, Claim... claims) {
        Claim first = claims[0];
        return new ClaimSet(
                first.payer(),
                article,
                "https://" + article + ".example/news",
                "News of " + article,
                article,
                first.announcedOn() == null ? null : first.announcedOn().day() + "T08:00:00Z",
                bands,
                "test",
                List.of(claims));
    }
}
