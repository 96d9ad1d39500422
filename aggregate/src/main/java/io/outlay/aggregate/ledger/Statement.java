package io.outlay.aggregate.ledger;

import io.outlay.contracts.Amount;
import io.outlay.contracts.Change;
import io.outlay.contracts.Status;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * That articles stated a figure on a day, and in which words.
 *
 * @param day null when no source gives one
 * @param articles how many articles say it so
 */
public record Statement(
        @Nullable LocalDate day,
        Status status,
        Change change,
        @Nullable Amount previous,
        @Nullable Amount partOf,
        int articles) {

    static final Comparator<LocalDate> UNKNOWN_DAY_LAST = Comparator.nullsLast(Comparator.naturalOrder());

    /** By day; on one day plain statements before changes before additions before totals, so that what a text refers to stands first. */
    static final Comparator<Statement> ORDER = Comparator.comparing(Statement::day, UNKNOWN_DAY_LAST)
            .thenComparingInt(s -> rank(s.change()))
            .thenComparing(Statement::status)
            .thenComparing(Statement::change)
            .thenComparing(Statement::previous, Comparator.nullsFirst(Amounts.ORDER))
            .thenComparing(Statement::partOf, Comparator.nullsFirst(Amounts.ORDER));

    static int rank(Change change) {
        return switch (change) {
            case NEW, RESTATED -> 0;
            case RAISED, CUT -> 1;
            case ADDS -> 2;
            case TOTAL -> 3;
            case PAUSED -> 4;
            case CANCELLED, DENIED -> 5;
        };
    }

    /** Whether the words say that something announced before is changed to this. */
    boolean revises() {
        return change == Change.RAISED || change == Change.CUT || change == Change.TOTAL;
    }

    /** Whether the words say that something announced before stops. */
    boolean stops() {
        return change == Change.PAUSED || change == Change.CANCELLED || change == Change.DENIED;
    }

    boolean plain() {
        return change == Change.NEW || change == Change.RESTATED;
    }

    Statement as(Change otherChange) {
        return new Statement(day, status, otherChange, previous, partOf, articles);
    }

    Statement from(Amount otherPrevious) {
        return new Statement(day, status, change, otherPrevious, partOf, articles);
    }

    Statement uncounted() {
        return new Statement(day, status, change, previous, partOf, 0);
    }

    Statement on(@Nullable LocalDate otherDay) {
        return new Statement(otherDay, status, change, previous, partOf, articles);
    }
}
