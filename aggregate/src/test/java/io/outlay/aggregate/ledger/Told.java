package io.outlay.aggregate.ledger;

import io.outlay.contracts.Amount;
import io.outlay.contracts.AnnouncedOn;
import io.outlay.contracts.Change;
import io.outlay.contracts.Claim;
import io.outlay.contracts.ClaimEvidence;
import io.outlay.contracts.ClaimSet;
import io.outlay.contracts.Counterparty;
import io.outlay.contracts.DayBasis;
import io.outlay.contracts.Figures;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Payer;
import io.outlay.contracts.PayerKind;
import io.outlay.contracts.Period;
import io.outlay.contracts.Precision;
import io.outlay.contracts.Qualifier;
import io.outlay.contracts.Status;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an article tells of a payer, written the short way: {@code meta.guidance("CY2025").usd(60, 65).raised().from(50).on("2025-01-24")}. */
record Told(
        Payer payer,
        Measure measure,
        Amount amount,
        @Nullable Long usdPrinted,
        @Nullable Period period,
        @Nullable String destination,
        @Nullable String site,
        @Nullable Counterparty counterparty,
        Status status,
        Change change,
        @Nullable Amount previous,
        @Nullable Amount partOf,
        @Nullable AnnouncedOn announced,
        String source,
        List<String> bands) {

    static final long BILLION = 1_000_000_000L;

    static Told by(String payer, String country) {
        return by(new Payer(payer, payer, country, PayerKind.COMPANY, List.of()));
    }

    static Told by(Payer payer) {
        return new Told(
                payer,
                Measure.COMMITMENT,
                Amount.exactly(1, "USD"),
                null,
                null,
                null,
                null,
                null,
                Status.OFFICIAL,
                Change.NEW,
                null,
                null,
                null,
                "",
                List.of());
    }

    static Amount billions(double low, double headline, double high, String currency, Qualifier qualifier) {
        return new Amount(
                Math.round(low * BILLION),
                Math.round(headline * BILLION),
                Math.round(high * BILLION),
                currency,
                qualifier,
                null);
    }

    static Amount usd(double billions) {
        return billions(billions, billions, billions, "USD", Qualifier.EXACT);
    }

    Told guidance(String period) {
        return measure(Measure.GUIDANCE).period(period);
    }

    Told measure(Measure m) {
        return new Told(
                payer,
                m,
                amount,
                usdPrinted,
                period,
                destination,
                site,
                counterparty,
                status,
                change,
                previous,
                partOf,
                announced,
                source,
                bands);
    }

    Told period(@Nullable String key) {
        Period p = key == null || key.isEmpty() ? null : Periods.ofKey(key);
        return period(p);
    }

    Told period(@Nullable Period p) {
        return new Told(
                payer,
                measure,
                amount,
                usdPrinted,
                p,
                destination,
                site,
                counterparty,
                status,
                change,
                previous,
                partOf,
                announced,
                source,
                bands);
    }

    Told bn(double billions) {
        return amount(usd(billions));
    }

    Told bn(double billions, String currency) {
        return amount(billions(billions, billions, billions, currency, Qualifier.EXACT));
    }

    Told range(double low, double high) {
        return amount(billions(low, high, high, "USD", Qualifier.RANGE));
    }

    Told upTo(double high) {
        return amount(billions(0, high, high, "USD", Qualifier.UP_TO));
    }

    Told amount(Amount a) {
        return new Told(
                payer,
                measure,
                a,
                usdPrinted,
                period,
                destination,
                site,
                counterparty,
                status,
                change,
                previous,
                partOf,
                announced,
                source,
                bands);
    }

    Told printed(double usdBillions) {
        return new Told(
                payer,
                measure,
                amount,
                Math.round(usdBillions * BILLION),
                period,
                destination,
                site,
                counterparty,
                status,
                change,
                previous,
                partOf,
                announced,
                source,
                bands);
    }

    Told in(@Nullable String country) {
        return new Told(
                payer,
                measure,
                amount,
                usdPrinted,
                period,
                country,
                site,
                counterparty,
                status,
                change,
                previous,
                partOf,
                announced,
                source,
                bands);
    }

    Told at(@Nullable String place) {
        return new Told(
                payer,
                measure,
                amount,
                usdPrinted,
                period,
                destination,
                place,
                counterparty,
                status,
                change,
                previous,
                partOf,
                announced,
                source,
                bands);
    }

    Told with(@Nullable String other) {
        Counterparty c = other == null || other.isEmpty() ? null : new Counterparty(other, other);
        return new Told(
                payer,
                measure,
                amount,
                usdPrinted,
                period,
                destination,
                site,
                c,
                status,
                change,
                previous,
                partOf,
                announced,
                source,
                bands);
    }

    Told status(Status s) {
        return new Told(
                payer,
                measure,
                amount,
                usdPrinted,
                period,
                destination,
                site,
                counterparty,
                s,
                change,
                previous,
                partOf,
                announced,
                source,
                bands);
    }

    Told change(Change c) {
        return new Told(
                payer,
                measure,
                amount,
                usdPrinted,
                period,
                destination,
                site,
                counterparty,
                status,
                c,
                previous,
                partOf,
                announced,
                source,
                bands);
    }

    Told from(@Nullable Amount p) {
        return new Told(
                payer,
                measure,
                amount,
                usdPrinted,
                period,
                destination,
                site,
                counterparty,
                status,
                change,
                p,
                partOf,
                announced,
                source,
                bands);
    }

    Told from(double billions) {
        return from(usd(billions));
    }

    Told partOf(@Nullable Amount whole) {
        return new Told(
                payer,
                measure,
                amount,
                usdPrinted,
                period,
                destination,
                site,
                counterparty,
                status,
                change,
                previous,
                whole,
                announced,
                source,
                bands);
    }

    Told on(@Nullable AnnouncedOn a) {
        return new Told(
                payer,
                measure,
                amount,
                usdPrinted,
                period,
                destination,
                site,
                counterparty,
                status,
                change,
                previous,
                partOf,
                a,
                source,
                bands);
    }

    Told on(String day) {
        return on(new AnnouncedOn(LocalDate.parse(day), Precision.DAY, DayBasis.PUBLISHED));
    }

    Told source(String site) {
        return new Told(
                payer,
                measure,
                amount,
                usdPrinted,
                period,
                destination,
                this.site,
                counterparty,
                status,
                change,
                previous,
                partOf,
                announced,
                site,
                bands);
    }

    Told bands(String... marks) {
        return new Told(
                payer,
                measure,
                amount,
                usdPrinted,
                period,
                destination,
                site,
                counterparty,
                status,
                change,
                previous,
                partOf,
                announced,
                source,
                List.of(marks));
    }

    String figure() {
        return Figures.id(payer.id(), measure, period, destination, counterparty, site, amount);
    }

    Claim claim(int at) {
        return new Claim(
                payer,
                measure,
                amount,
                usdPrinted,
                period,
                destination,
                site,
                counterparty,
                status,
                change,
                previous,
                partOf,
                announced,
                0.9,
                figure(),
                new ClaimEvidence("It will spend.", at, at, at + 14, null, null, at + 3, at + 8, null, null, "test"));
    }

    /** The article that tells this alone. */
    ClaimSet article(Object article) {
        String id = article.toString();
        String site = source.isEmpty() ? id + ".example" : source;
        return new ClaimSet(
                payer,
                id,
                "https://" + site + "/" + id,
                null,
                site,
                announced == null ? null : announced.day().toString(),
                bands,
                "test",
                List.of(claim(0)));
    }
}
