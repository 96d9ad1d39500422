package io.outlay.dashboard.view;

import io.outlay.contracts.Band;
import io.outlay.contracts.Change;
import io.outlay.contracts.Commitment;
import io.outlay.contracts.CommitmentEvidence;
import io.outlay.contracts.CommitmentState;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Payer;
import io.outlay.contracts.PayerKind;
import io.outlay.contracts.Posting;
import io.outlay.contracts.RateUsed;
import io.outlay.contracts.Revision;
import io.outlay.contracts.RollingTotal;
import io.outlay.contracts.RollingTotal.Basis;
import io.outlay.contracts.RollingWindow;
import io.outlay.contracts.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records as the topics have them, of made-up firms. */
public final class Sample {
    public static final Payer ACME = new Payer("acme", "Acme", "US", PayerKind.COMPANY, List.of());
    public static final Payer BOREAL = new Payer("boreal", "Boreal", "CA", PayerKind.COMPANY, List.of());

    private Sample() {}

    public static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    public static Posting posting(
            Payer payer, String line, Measure measure, String destination, String day, @Nullable Long usd) {
        return new Posting(
                Posting.TYPE,
                line,
                payer.id(),
                payer.name(),
                payer.country(),
                destination,
                measure,
                day(day),
                usd,
                usd,
                usd,
                usd,
                usd,
                usd,
                usd == null ? null : "USD",
                "new");
    }

    public static Commitment commitment(
            Payer payer, String id, Measure measure, @Nullable String destination, String day, long usd) {
        return commitment(payer, id, List.of(id), measure, destination, CommitmentState.LIVE, 0.9, day, usd);
    }

    public static Commitment commitment(
            Payer payer,
            String id,
            List<String> figures,
            Measure measure,
            @Nullable String destination,
            CommitmentState state,
            double confidence,
            String day,
            long usd) {
        List<Revision> revisions = new ArrayList<>();
        for (String figure : figures) {
            Band band = new Band(usd, usd, usd);
            revisions.add(new Revision(
                    figure,
                    day(day),
                    usd,
                    usd,
                    usd,
                    "USD",
                    band,
                    new RateUsed(day, "1", "USD"),
                    band,
                    "official",
                    Status.OFFICIAL,
                    Change.NEW,
                    List.of(evidence("a-" + figure, payer.name() + " plans a data centre", day, confidence))));
        }
        return new Commitment(
                Commitment.TYPE,
                id,
                figures,
                payer,
                measure,
                destination,
                null,
                null,
                null,
                state,
                null,
                revisions,
                1,
                1,
                day(day),
                List.of(),
                List.of());
    }

    public static CommitmentEvidence evidence(String article, String title, String day, double confidence) {
        String quote = "It will spend the money on AI.";
        return new CommitmentEvidence(
                article,
                "https://news.example/" + article,
                title,
                "news.example",
                day(day),
                confidence,
                quote,
                0,
                0,
                quote.length(),
                0,
                2,
                18,
                23,
                null,
                null,
                "pledge-to-spend");
    }

    public static RollingTotal companyTotal(Payer payer, Measure measure, RollingWindow window, String day, long usd) {
        return new RollingTotal(
                RollingTotal.TYPE,
                RollingTotal.Dimension.COMPANY,
                payer.id(),
                payer.name(),
                payer.country(),
                null,
                measure,
                window,
                day(day),
                null,
                usd,
                usd,
                usd,
                Math.max(usd, 0),
                Math.min(usd, 0),
                0,
                1,
                "new");
    }

    public static RollingTotal countryTotal(
            String country, Basis basis, Measure measure, RollingWindow window, String day, long usd) {
        return new RollingTotal(
                RollingTotal.TYPE,
                RollingTotal.Dimension.COUNTRY,
                country,
                country,
                country,
                basis,
                measure,
                window,
                day(day),
                null,
                usd,
                usd,
                usd,
                Math.max(usd, 0),
                Math.min(usd, 0),
                0,
                1,
                "new");
    }
}
