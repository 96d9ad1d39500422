package io.outlay.aggregate.ledger;

import io.outlay.contracts.Amount;
import io.outlay.contracts.AnnouncedOn;
import io.outlay.contracts.AppliedCorrection;
import io.outlay.contracts.Change;
import io.outlay.contracts.Correction;
import io.outlay.contracts.Counterparty;
import io.outlay.contracts.DayBasis;
import io.outlay.contracts.Ids;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Period;
import io.outlay.contracts.Precision;
import io.outlay.contracts.Status;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of a figure and its sightings that an analyst can set, and how each reads its value. */
public enum SetField {
    /** {@code 60000000000} or {@code 60000000000/65000000000/65000000000}, in the currency that stands. */
    AMOUNT {
        @Override
        Draft set(Draft d, String value) {
            String[] parts = value.split("/");
            if (parts.length != 1 && parts.length != 3) {
                throw new IllegalArgumentException("an amount is one number or low/headline/high");
            }
            long low = units(parts[0]);
            long headline = parts.length == 1 ? low : units(parts[1]);
            long high = parts.length == 1 ? low : units(parts[2]);
            Amount a = d.amount;
            d.amount = new Amount(low, headline, high, a.currency(), a.qualifier(), a.per());
            return d;
        }
    },
    CURRENCY {
        @Override
        Draft set(Draft d, String value) {
            if (!value.matches("[A-Z]{3}")) {
                throw new IllegalArgumentException("a currency is an ISO 4217 code");
            }
            Amount a = d.amount;
            d.amount = new Amount(a.low(), a.headline(), a.high(), value, a.qualifier(), a.per());
            return d;
        }
    },
    MEASURE {
        @Override
        Draft set(Draft d, String value) {
            Set<Measure> stated = EnumSet.complementOf(EnumSet.of(Measure.ANNOUNCED)); // which is derived
            d.measure = oneOf(stated, value);
            return d;
        }
    },
    /** A period's key; empty for none. */
    PERIOD {
        @Override
        Draft set(Draft d, String value) {
            d.period = value.isEmpty() ? null : Periods.ofKey(value);
            return d;
        }
    },
    DESTINATION {
        @Override
        Draft set(Draft d, String value) {
            if (!value.matches("(\\*|[A-Z]{2}(;[A-Z]{2})*)?")) {
                throw new IllegalArgumentException("a destination is ISO country codes joined by ';'");
            }
            d.destination = value.isEmpty() || value.equals("*") ? null : value;
            return d;
        }
    },
    SITE {
        @Override
        Draft set(Draft d, String value) {
            d.site = value.isEmpty() ? null : id(value);
            return d;
        }
    },
    /** A payer's id; its name is that of the claims where they have one. */
    COUNTERPARTY {
        @Override
        Draft set(Draft d, String value) {
            d.counterparty = value.isEmpty() ? null : new Counterparty(id(value), value);
            return d;
        }
    },
    STATUS {
        @Override
        Draft set(Draft d, String value) {
            d.status = oneOf(EnumSet.allOf(Status.class), value);
            return d;
        }
    },
    CHANGE {
        @Override
        Draft set(Draft d, String value) {
            d.change = oneOf(EnumSet.allOf(Change.class), value);
            return d;
        }
    },
    /** The announcement day. */
    DAY {
        @Override
        Draft set(Draft d, String value) {
            try {
                d.on = new AnnouncedOn(LocalDate.parse(value), Precision.DAY, DayBasis.TEXT);
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("a day is YYYY-MM-DD", e);
            }
            return d;
        }
    },
    /** The effective payer: what a MOVE sets. */
    PAYER {
        @Override
        Draft set(Draft d, String value) {
            d.payer = id(value);
            return d;
        }
    };

    /** A sighting under change. */
    static final class Draft {
        String payer;
        Measure measure;
        Amount amount;

        @Nullable
        Period period;

        @Nullable
        String destination;

        @Nullable
        String site;

        @Nullable
        Counterparty counterparty;

        @Nullable
        AnnouncedOn on;

        Status status;
        Change change;

        Draft(Sighting s) {
            Figure f = s.figure();
            payer = f.payer();
            measure = f.measure();
            amount = f.amount();
            period = f.period();
            destination = f.destination();
            site = f.site();
            counterparty = f.counterparty();
            on = s.on();
            status = s.status();
            change = s.change();
        }
    }

    /** @throws IllegalArgumentException if the value is none for this field; the message says what would be one */
    abstract Draft set(Draft draft, String value);

    /** What is wrong with a SET correction, in a sentence; empty when it can be applied. */
    public static Optional<String> problem(Correction correction) {
        if (correction.field() == null) {
            return Optional.of("a SET names its field");
        }
        SetField field = named(correction.field());
        if (field == null || field == PAYER) {
            return Optional.of("no field '" + correction.field() + "' can be set; a payer is changed by MOVE");
        }
        try {
            Sighting any = new Sighting(
                    Figure.of("x", Measure.MEMO, Amount.exactly(1, "USD"), null, null, null, null),
                    null,
                    null,
                    Status.OFFICIAL,
                    Change.NEW,
                    null,
                    null,
                    null,
                    List.of());
            field.set(new Draft(any), value(correction));
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(
                    "field '" + correction.field() + "' cannot be '" + correction.value() + "': " + e.getMessage());
        }
    }

    /** The sighting as a SET correction has it; unchanged when the correction makes no sense. */
    static Sighting apply(Sighting sighting, Correction correction) {
        if (problem(correction).isPresent() || correction.field() == null) {
            return sighting;
        }
        SetField field = named(correction.field());
        return field == null ? sighting : field.on(sighting, value(correction), correction);
    }

    Sighting on(Sighting s, String value, Correction correction) {
        Draft d;
        try {
            d = set(new Draft(s), value);
        } catch (RuntimeException e) {
            return s;
        }
        Figure figure = Figure.of(d.payer, d.measure, d.amount, d.period, d.destination, d.site, d.counterparty);
        String stated = s.statedFigure() != null ? s.statedFigure() : s.figure().id();
        return with(
                new Sighting(
                        figure,
                        stated.equals(figure.id()) ? null : stated,
                        d.on,
                        d.status,
                        d.change,
                        s.previous(),
                        s.partOf(),
                        s.usdPrinted(),
                        s.corrections()),
                correction);
    }

    /** The sighting with a correction noted on it. */
    static Sighting with(Sighting s, Correction correction) {
        List<AppliedCorrection> corrections = new ArrayList<>(s.corrections());
        corrections.add(ActiveCorrections.applied(correction));
        corrections.sort(Comparator.comparing(AppliedCorrection::id));
        return new Sighting(
                s.figure(),
                s.statedFigure(),
                s.on(),
                s.status(),
                s.change(),
                s.previous(),
                s.partOf(),
                s.usdPrinted(),
                corrections);
    }

    private static @Nullable SetField named(String name) {
        for (SetField field : values()) {
            if (field.name().equalsIgnoreCase(name)) {
                return field;
            }
        }
        return null;
    }

    private static long units(String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("an amount is a whole number of units, such as 65000000000", e);
        }
    }

    private static <E extends Enum<E>> E oneOf(Set<E> constants, String value) {
        return constants.stream()
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("it is one of " + constants));
    }

    private static String value(Correction correction) {
        return correction.value() == null ? "" : correction.value();
    }

    private static String id(String value) {
        if (!Ids.isId(value)) {
            throw new IllegalArgumentException("an id matches [a-z0-9.-]+");
        }
        return value;
    }
}
