package io.outlay.enrich.text.claim;

import io.outlay.contracts.Amount;
import io.outlay.contracts.AnnouncedOn;
import io.outlay.contracts.Change;
import io.outlay.contracts.Claim;
import io.outlay.contracts.ClaimEvidence;
import io.outlay.contracts.Counterparty;
import io.outlay.contracts.Figures;
import io.outlay.contracts.Measure;
import io.outlay.contracts.MoneyRole;
import io.outlay.contracts.Payer;
import io.outlay.contracts.Period;
import io.outlay.enrich.text.claim.Scene.Placed;
import io.outlay.enrich.text.entity.Company;
import io.outlay.enrich.text.entity.FoundEntity;
import io.outlay.enrich.text.prose.CodePoints;
import io.outlay.enrich.text.prose.Cue;
import io.outlay.enrich.text.prose.CueKind;
import io.outlay.enrich.text.prose.Tokens;
import io.outlay.enrich.text.time.AnnouncementDays;
import io.outlay.enrich.text.time.FiscalCalendar;
import io.outlay.enrich.text.time.Periods;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills in a claim from a case that a rule has named. */
final class ClaimMaker {
    private static final int LONGEST_QUOTE = 400;

    private ClaimMaker() {}

    static @Nullable Claim make(
            Case c, ClaimRule rule, List<MoneyRole> roles, double confidence, ArticleDays days, CodePoints offsets) {
        PayerFound found = c.payer();
        if (found == null) {
            return null;
        }
        Payer payer = Payers.of(found.parties());
        Counterparty counterparty = null;
        if (rule.measure() == Measure.PURCHASE) {
            counterparty = counterparty(Purchase.seller(c));
        } else if (rule.measure() == Measure.EQUITY) {
            Placed<FoundEntity> stake = Readings.stakeIn(c);
            counterparty = stake == null ? null : counterparty(stake.what().payer());
        }
        if (counterparty != null && counterparty.id().equals(payer.id())) {
            counterparty = null;
        }
        Money money = c.money().what();
        Amount amount = money.amount();
        AnnouncedOn announcedOn = announcedOn(c, days);
        boolean inPassing = Changes.isNamedInPassing(c);
        Period period = inPassing ? null : period(c, announcedOn, days);
        Whereabouts.Where where = Whereabouts.of(c);
        String destination = where == null ? null : where.destination();
        String site = where == null ? null : where.site();
        Money previous = Changes.previous(c, roles);
        Change change = inPassing ? Change.RESTATED : Changes.of(c, previous);
        Money whole = Changes.whole(c, rule.measure());
        return new Claim(
                payer,
                rule.measure(),
                amount,
                money.usdPrinted(),
                period,
                destination,
                site,
                counterparty,
                Statuses.of(c),
                change,
                previous == null || inPassing ? null : previous.amount(),
                whole == null ? null : whole.amount(),
                announcedOn,
                Math.round(confidence * 100) / 100.0,
                Figures.id(payer.id(), rule.measure(), period, destination, counterparty, site, amount),
                evidence(c, rule, found.from(), found.to(), offsets));
    }

    private static @Nullable Counterparty counterparty(@Nullable Company company) {
        return company == null ? null : new Counterparty(company.id(), company.name());
    }

    /** R8: {@code over the next three years} counts from the day of the announcement, not from that of the text. */
    private static @Nullable Period period(Case c, @Nullable AnnouncedOn announcedOn, ArticleDays days) {
        Periods.Found told = c.period();
        PayerFound payer = c.payer();
        if (told == null
                || payer == null
                || announcedOn == null
                || announcedOn.day().equals(days.today())) {
            return told == null ? null : told.period();
        }
        FiscalCalendar fiscal =
                FiscalCalendar.of(payer.first().fiscalYearEnd(), payer.first().country());
        for (Periods.Found found : Periods.in(c.scene().tokens(), announcedOn.day(), fiscal)) {
            if (found.from() == told.from() && found.to() == told.to()) {
                return found.period();
            }
        }
        return told.period();
    }

    private static @Nullable AnnouncedOn announcedOn(Case c, ArticleDays days) {
        Cue verb = c.scene().before(c.money().from(), CueKind.ANNOUNCE);
        if (verb == null) {
            verb = c.scene().before(c.money().from(), CueKind.SAY);
        }
        AnnouncedOn inText = AnnouncementDays.in(
                c.scene().tokens(),
                verb == null ? c.anchor() : verb.from(),
                c.period() == null ? List.of() : List.of(c.period()),
                days.today());
        return inText != null ? inText : days.fallback();
    }

    private static ClaimEvidence evidence(Case c, ClaimRule rule, int payerFrom, int payerTo, CodePoints offsets) {
        Tokens tokens = c.scene().tokens();
        Money money = c.money().what();
        int start = c.scene().sentence().start();
        int end = c.scene().sentence().end();
        int from = start;
        int to = end;
        if (end - start > LONGEST_QUOTE) {
            from = Math.max(start, Math.min(money.start() - LONGEST_QUOTE / 2, end - LONGEST_QUOTE));
            to = Math.min(end, from + LONGEST_QUOTE);
            String body = c.scene().body();
            from += Character.isLowSurrogate(body.charAt(from)) ? 1 : 0;
            to -= Character.isHighSurrogate(body.charAt(to - 1)) ? 1 : 0;
        }
        boolean named = payerFrom >= 0;
        return new ClaimEvidence(
                c.scene().body().substring(from, to),
                offsets.at(from),
                offsets.at(start),
                offsets.at(end),
                named ? (Integer) offsets.at(tokens.start(payerFrom)) : null,
                named ? (Integer) offsets.at(tokens.end(payerTo - 1)) : null,
                offsets.at(money.start()),
                offsets.at(money.end()),
                c.period() == null
                        ? null
                        : (Integer) offsets.at(tokens.start(c.period().from())),
                c.period() == null
                        ? null
                        : (Integer) offsets.at(tokens.end(c.period().to() - 1)),
                rule.name());
    }
}
