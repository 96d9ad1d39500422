package io.outlay.dashboard.http;

import io.outlay.contracts.Commitment;
import io.outlay.contracts.CommitmentState;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Payer;
import io.outlay.contracts.PayerKind;
import io.outlay.contracts.Posting;
import io.outlay.contracts.RollingTotal;
import io.outlay.contracts.RollingTotal.Basis;
import io.outlay.contracts.RollingWindow;
import io.outlay.dashboard.view.Dimension;
import io.outlay.dashboard.view.EntityTotal;
import io.outlay.dashboard.view.LedgerView;
import io.outlay.dashboard.view.Sample;
import io.outlay.dashboard.view.TotalsQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Made-up commitments in any number, two of each payer's lines and two of its announced money on as many days: four postings each. */
final class ManyCommitments {
    private static final List<String> COUNTRIES =
            List.of("US", "CN", "JP", "DE", "FR", "GB", "IN", "KR", "SA", "AE", "CA", "BR", "SE", "NL", "AU", "SG");
    private static final List<Measure> MEASURES =
            List.of(Measure.COMMITMENT, Measure.GUIDANCE, Measure.PURCHASE, Measure.PUBLIC, Measure.EQUITY);
    private static final int PER_PAYER = 25;
    private static final int DAYS = 1_200;

    private ManyCommitments() {}

    static void fill(LedgerView view, int commitments, LocalDate today) {
        Random chance = new Random(7);
        for (int i = 0; i < commitments; i++) {
            int number = i / PER_PAYER;
            String home = COUNTRIES.get(number * number % COUNTRIES.size());
            Payer payer = new Payer("firm-" + number, "Firm " + number, home, PayerKind.COMPANY, List.of());
            Measure measure = MEASURES.get(Math.min(chance.nextInt(9), MEASURES.size() - 1));
            String destination = COUNTRIES.get(chance.nextInt(COUNTRIES.size()));
            long usd = (long) Math.exp(15 + chance.nextDouble() * 9);
            LocalDate day = today.minusDays(chance.nextInt(DAYS));
            LocalDate later = day.plusDays(1 + chance.nextInt(200));
            Commitment commitment = Sample.commitment(
                    payer,
                    "c" + i,
                    List.of("c" + i),
                    measure,
                    destination,
                    chance.nextInt(50) == 0 ? CommitmentState.DISPUTED : CommitmentState.LIVE,
                    0.5 + chance.nextDouble() / 2,
                    day.toString(),
                    usd);
            view.putCommitment(commitment.key(), commitment);
            for (LocalDate at : List.of(day, later)) {
                long change = at.equals(day) ? usd : usd / 10;
                put(view, Sample.posting(payer, "c" + i, measure, destination, at.toString(), change));
                put(
                        view,
                        Sample.posting(
                                payer, payer.id() + ".announced-" + i, Measure.ANNOUNCED, "*", at.toString(), change));
            }
        }
        for (Measure measure : Measure.values()) {
            for (RollingWindow window : RollingWindow.values()) {
                publish(view, measure, window, today);
            }
        }
    }

    /** The totals as the services publish them. */
    private static void publish(LedgerView view, Measure measure, RollingWindow window, LocalDate today) {
        for (Dimension by : List.of(Dimension.COMPANY, Dimension.HEADQUARTERS, Dimension.DESTINATION)) {
            if (!by.tells(measure)) {
                continue;
            }
            for (EntityTotal t : view.totals(new TotalsQuery(by, measure, window, today))) {
                RollingTotal total = new RollingTotal(
                        RollingTotal.TYPE,
                        by == Dimension.COMPANY ? RollingTotal.Dimension.COMPANY : RollingTotal.Dimension.COUNTRY,
                        t.entity(),
                        t.name(),
                        t.country(),
                        by == Dimension.COMPANY
                                ? null
                                : by == Dimension.HEADQUARTERS ? Basis.HEADQUARTERS : Basis.DESTINATION,
                        measure,
                        window,
                        today,
                        null,
                        t.lowUsd(),
                        t.headlineUsd(),
                        t.highUsd(),
                        t.addedUsd(),
                        t.removedUsd(),
                        t.previousHeadlineUsd(),
                        t.commitments(),
                        "new");
                if (by == Dimension.COMPANY) {
                    view.putCompanyTotal(total.key(), total);
                } else {
                    view.putCountryTotal(total.key(), total);
                }
            }
        }
    }

    private static void put(LedgerView view, Posting posting) {
        view.putPosting(posting.key(), posting);
    }
}
