package io.outlay.aggregate.ledger;

import io.outlay.contracts.Band;
import io.outlay.contracts.Change;
import io.outlay.contracts.Measure;
import io.outlay.contracts.RateUsed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What of a line counts, and from which day on: its own steps, and the days on which the line that it is part of appears or ends. */
final class Counting {
    private Counting() {}

    /**
     * The line's steps with what counts of each, in order of day; the one without a day, if any, alone.
     *
     * @param part the larger line that it lies in; null when it stands alone
     */
    static List<CountedStep> of(Line line, Containment.@Nullable Part part, Rates rates) {
        List<CountedStep> counted = new ArrayList<>();
        Tally tally = new Tally(line, part);
        for (Day day : days(line, part)) {
            CountedStep step = tally.step(day, rates);
            if (step != null) {
                counted.add(step);
            }
        }
        return counted;
    }

    /** A day on which something may change; the line's own step of that day, if there is one. */
    private record Day(@Nullable LocalDate day, Line.@Nullable Step own) {}

    private static List<Day> days(Line line, Containment.@Nullable Part part) {
        List<Day> days = new ArrayList<>();
        if (line.steps.get(0).day == null) {
            days.add(new Day(null, line.steps.get(0)));
            return days;
        }
        if (part == null) {
            line.steps.forEach(step -> days.add(new Day(step.day, step)));
            return days;
        }
        TreeSet<LocalDate> all = new TreeSet<>();
        LocalDate first = line.steps.get(0).day;
        line.steps.forEach(step -> addKnown(all, step.day));
        for (Line.Step step : part.whole().steps) {
            if (step.day != null && step.day.isAfter(first)) {
                all.add(step.day);
            }
        }
        for (LocalDate day : all) {
            days.add(new Day(
                    day,
                    line.steps.stream()
                            .filter(s -> day.equals(s.day))
                            .findFirst()
                            .orElse(null)));
        }
        return days;
    }

    private static void addKnown(Set<LocalDate> days, @Nullable LocalDate day) {
        if (day != null) {
            days.add(day);
        }
    }

    /** Goes through the days and remembers what held before. */
    private static final class Tally {
        private final Line line;
        private final Containment.@Nullable Part part;
        private Line.@Nullable Step current;
        private @Nullable RateUsed rate;
        private @Nullable Band usd;
        private @Nullable Band firm;
        private @Nullable Band firmUsd;
        private @Nullable CountedStep last;

        Tally(Line line, Containment.@Nullable Part part) {
            this.line = line;
            this.part = part;
        }

        @Nullable
        CountedStep step(Day day, Rates rates) {
            Line.Step own = day.own();
            if (own != null) {
                take(own, day.day(), rates);
            }
            Line.Step now = current;
            if (now == null) {
                return null;
            }
            Count count = count(now, day.day());
            if (own == null && last != null && last.counted().equals(count.counted())) {
                return null; // the larger line moved, and nothing follows for this one
            }
            CountedStep step = new CountedStep(
                    now.figure,
                    day.day(),
                    now.status,
                    own == null ? Change.RESTATED : own.change,
                    rate,
                    usd,
                    count.counted(),
                    count.countedUsd(),
                    count.why(),
                    own == null || now.change == Change.RESTATED ? count.cause() : Words.of(own.change),
                    own == null ? List.of() : CountedStep.sorted(own.support));
            last = step;
            return step;
        }

        /** L7: an amount that did not change keeps its rate. */
        private void take(Line.Step own, @Nullable LocalDate day, Rates rates) {
            boolean unchanged =
                    current != null && Amounts.sameNumbers(current.figure.value.amount(), own.figure.value.amount());
            if (unchanged) {
                firm = null; // a letter of intent for what was only reported lowers it
            } else if (current != null && StatusLadder.isFirm(current.status) && !current.closes()) {
                firm = Amounts.band(current.figure.value.amount());
                firmUsd = usd;
            }
            if (!unchanged) {
                rate = day == null ? null : rates.on(own.figure.value.amount().currency(), day);
                usd = Amounts.usd(Amounts.band(own.figure.value.amount()), rate);
            }
            current = own;
        }

        private record Count(Band counted, @Nullable Band countedUsd, String why, String cause) {}

        private Count count(Line.Step now, @Nullable LocalDate day) {
            Band amount = Amounts.band(now.figure.value.amount());
            Measure measure = line.fit().measure();
            if (line.rejected) {
                return nothing("rejected by a correction", "rejected");
            }
            if (line.disputed != null) {
                return nothing("disputed: " + line.disputed, "disputed");
            }
            if (!measure.hasTotals()) {
                return nothing(
                        measure == Measure.ACTUAL ? "already spent: in no total" : "a sum or forecast: in no total",
                        "memo");
            }
            if (day == null) {
                return nothing("no day is known", "undated");
            }
            if (now.takenInBy != null) {
                return nothing("included in " + now.takenInBy.id(), "contained");
            }
            if (now.closes()) {
                return nothing(now.change == Change.DENIED ? "denied" : "withdrawn", Words.of(now.change));
            }
            boolean firmBefore = firm != null && !StatusLadder.isFirm(now.status);
            Band counted = StatusLadder.counted(amount, now.status, firmBefore ? firm : null);
            Band countedUsd = usd == null || (firmBefore && firmUsd == null)
                    ? null
                    : StatusLadder.counted(usd, now.status, firmBefore ? firmUsd : null);
            String why = StatusLadder.why(now.status, firmBefore)
                    + (now.change == Change.PAUSED ? ", paused" : "")
                    + (now.openEnd ? ", raised by an amount not told" : "");
            if (part != null && isLive(part.whole(), day)) {
                return within(part, counted, countedUsd);
            }
            return new Count(counted, countedUsd, usd == null ? "no rate: in no total" : why, "confirmed");
        }

        private static Count within(Containment.Part part, Band counted, @Nullable Band countedUsd) {
            String whole = part.whole().id();
            if (part.stated()) {
                return nothing("part of " + whole, "contained");
            }
            return new Count(
                    new Band(0, 0, counted.high()),
                    countedUsd == null ? null : new Band(0, 0, countedUsd.high()),
                    "may be part of " + whole + ": upper end only",
                    "contained");
        }

        private static Count nothing(String why, String cause) {
            return new Count(Band.ZERO, Band.ZERO, why, cause);
        }

        private static boolean isLive(Line whole, LocalDate day) {
            Line.Step then = null;
            for (Line.Step step : whole.steps) {
                then = step.day != null && !step.day.isAfter(day) ? step : then;
            }
            return then != null && !then.closes();
        }
    }
}
