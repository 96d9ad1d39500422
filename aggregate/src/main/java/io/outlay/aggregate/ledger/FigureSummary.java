package io.outlay.aggregate.ledger;

import io.outlay.contracts.AppliedCorrection;
import io.outlay.contracts.Period;
import io.outlay.contracts.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that resolution needs to know of one figure. It is made from the figure's rows alone, and stays small however many articles state
 * the figure: statements without words of change are kept with their first day only.
 *
 * @param articles how many articles state it
 * @param usdPrinted the dollar conversion that most texts print beside it, a hint for matching
 * @param statements in {@link Statement#ORDER}, at least one
 * @param statedFigures the ids under which articles state it, where corrections changed it; sorted
 * @param rejected whether corrections reject it in every article
 * @param notes what was doubted, for the reader
 */
public record FigureSummary(
        Figure figure,
        int articles,
        @Nullable Long usdPrinted,
        List<Statement> statements,
        List<String> statedFigures,
        List<AppliedCorrection> corrections,
        boolean rejected,
        List<String> notes) {

    public FigureSummary {
        statements = List.copyOf(statements);
        statedFigures = List.copyOf(statedFigures);
        corrections = List.copyOf(corrections);
        notes = List.copyOf(notes);
    }

    /** @param rows all rows of one figure, at least one */
    public static FigureSummary of(Collection<SightingRow> rows) {
        boolean rejected = rows.stream().allMatch(row -> row.sighting().rejected());
        List<SightingRow> heard = rows.stream()
                .filter(row -> rejected || !row.sighting().rejected())
                .toList();
        TreeSet<String> stated = new TreeSet<>();
        Map<String, AppliedCorrection> corrections = new TreeMap<>();
        int articles = 0;
        for (SightingRow row : rows) {
            if (row.sighting().statedFigure() != null) {
                stated.add(row.sighting().statedFigure());
            }
            row.sighting().corrections().forEach(c -> corrections.put(c.id(), c));
        }
        for (SightingRow row : heard) {
            articles += row.articles();
        }
        AnnouncementDays days = AnnouncementDays.of(heard);
        return new FigureSummary(
                mostFrequentReading(heard),
                articles,
                vote(heard, Sighting::usdPrinted, Comparator.naturalOrder()),
                statements(heard, days),
                List.copyOf(stated),
                List.copyOf(corrections.values()),
                rejected,
                days.notes());
    }

    /** The figure's first day, null when no source gives one. */
    @Nullable
    LocalDate firstDay() {
        LocalDate first = null;
        for (Statement s : statements) {
            if (s.day() != null && (first == null || s.day().isBefore(first))) {
                first = s.day();
            }
        }
        return first;
    }

    /** Whether all but the number of articles is as in the other. */
    boolean saysTheSameAs(FigureSummary other) {
        return uncounted().equals(other.uncounted());
    }

    private FigureSummary uncounted() {
        return new FigureSummary(
                figure,
                0,
                usdPrinted,
                statements.stream().map(Statement::uncounted).toList(),
                statedFigures,
                corrections,
                rejected,
                notes);
    }

    String id() {
        return figure.id();
    }

    private static List<Statement> statements(List<SightingRow> rows, AnnouncementDays days) {
        Map<Statement, Statement> kept = new LinkedHashMap<>();
        for (SightingRow row : rows) {
            Sighting s = row.sighting();
            Statement statement =
                    new Statement(days.of(s), s.status(), s.change(), s.previous(), s.partOf(), row.articles());
            boolean dayMatters = !statement.plain();
            Statement key = new Statement(
                    dayMatters ? statement.day() : null,
                    statement.status(),
                    statement.change(),
                    statement.previous(),
                    statement.partOf(),
                    1);
            kept.merge(key, statement, FigureSummary::earlier);
        }
        List<Statement> sorted = new ArrayList<>(kept.values());
        sorted.sort(Statement.ORDER);
        return sorted;
    }

    private static Statement earlier(Statement a, Statement b) {
        LocalDate day = Statement.UNKNOWN_DAY_LAST.compare(a.day(), b.day()) <= 0 ? a.day() : b.day();
        return new Statement(day, a.status(), a.change(), a.previous(), a.partOf(), a.articles() + b.articles());
    }

    /** What the id leaves open (how the amount is qualified, the period's days, a partner's name) is as most articles have it. */
    private static Figure mostFrequentReading(List<SightingRow> rows) {
        Figure any = rows.get(0).sighting().figure();
        if (rows.size() == 1) {
            return any;
        }
        return new Figure(
                any.id(),
                any.payer(),
                any.measure(),
                Objects.requireNonNullElse(vote(rows, s -> s.figure().amount(), Amounts.ORDER), any.amount()),
                vote(rows, s -> s.figure().period(), PERIODS),
                any.destination(),
                any.site(),
                vote(rows, s -> s.figure().counterparty(), Comparator.comparing(c -> c.name())));
    }

    private static final Comparator<Period> PERIODS = Comparator.comparing(Period::key)
            .thenComparing(Period::start, Statement.UNKNOWN_DAY_LAST)
            .thenComparing(Period::end, Statement.UNKNOWN_DAY_LAST);

    private static <T> @Nullable T vote(
            List<SightingRow> rows, Function<Sighting, @Nullable T> field, Comparator<? super T> smallest) {
        Map<T, Integer> votes = new HashMap<>();
        for (SightingRow row : rows) {
            T value = field.apply(row.sighting());
            if (value != null) {
                votes.merge(value, row.articles(), Integer::sum);
            }
        }
        return Votes.winner(votes, smallest);
    }

    /** The best status that any article gives it. */
    Status bestStatus() {
        Status best = Status.RUMOUR;
        for (Statement s : statements) {
            best = s.status().compareTo(best) > 0 ? s.status() : best;
        }
        return best;
    }
}
