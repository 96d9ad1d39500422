package io.outlay.dashboard.api;

import io.outlay.contracts.Commitment;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Posting;
import io.outlay.contracts.RollingWindow;
import io.outlay.dashboard.view.CommitmentQuery;
import io.outlay.dashboard.view.CommitmentRow;
import io.outlay.dashboard.view.Dimension;
import io.outlay.dashboard.view.EntityTotal;
import io.outlay.dashboard.view.Filter;
import io.outlay.dashboard.view.Place;
import io.outlay.dashboard.view.SeriesQuery;
import io.outlay.dashboard.view.Sort;
import io.outlay.dashboard.view.Step;
import io.outlay.dashboard.view.Strand;
import io.outlay.dashboard.view.TotalsQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How much: totals, their course over time, and what stands behind them. */
final class MoneyQuestions {
    private static final List<Measure> MEASURES =
            Arrays.stream(Measure.values()).filter(Measure::hasTotals).toList();
    private static final List<Measure> IN_ANNOUNCED = List.of(Measure.GUIDANCE, Measure.COMMITMENT, Measure.PUBLIC);

    private static final int MAX_TOTALS = 1_000;
    private static final int MAX_STRANDS = 12;
    private static final int MAX_REVISIONS = 60;
    private static final int MAX_BEHIND = 200;

    private final Sources sources;

    MoneyQuestions(Sources sources) {
        this.sources = sources;
    }

    List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(
                        "/api/totals",
                        List.of(
                                "by",
                                "measure",
                                "window",
                                "asOf",
                                "company",
                                "headquarters",
                                "destination",
                                "limit",
                                "after"),
                        (params, part) -> totals(params)),
                new Endpoint(
                        "/api/series",
                        List.of(
                                "by",
                                "measure",
                                "step",
                                "strands",
                                "from",
                                "to",
                                "company",
                                "headquarters",
                                "destination"),
                        (params, part) -> series(params)),
                new Endpoint(
                        "/api/explain",
                        List.of(
                                "measure",
                                "window",
                                "asOf",
                                "company",
                                "headquarters",
                                "destination",
                                "limit",
                                "after"),
                        (params, part) -> explain(params)));
    }

    /** What {@code /api/totals} answers. */
    record TotalsAnswer(
            LocalDate asOf,
            Dimension by,
            Measure measure,
            RollingWindow window,
            Filter filter,
            EntityTotal sum,
            int matching,
            List<EntityTotal> totals,
            @Nullable String next,
            String provenance) {}

    private Answer totals(Params params) {
        int limit = params.number("limit", 1, MAX_TOTALS, 100);
        Place after = params.read("after", Place::ofCursor);
        LocalDate asOf = params.day("asOf");
        LocalDate day = asOf == null ? sources.today() : asOf;
        TotalsQuery query = totalsQuery(params, params.choice("by", Dimension.COMPANY, List.of(Dimension.values())));
        List<EntityTotal> all = sources.view().totals(query);
        List<EntityTotal> page = new ArrayList<>();
        @Nullable String next = null;
        for (EntityTotal total : all) {
            if (after == null || place(total).compareTo(after) > 0) {
                if (page.size() == limit) {
                    next = place(page.get(limit - 1)).cursor();
                    break;
                }
                page.add(total);
            }
        }
        return Answer.json(new TotalsAnswer(
                day,
                query.by(),
                query.measure(),
                query.window(),
                query.filter(),
                EntityTotal.sum(all),
                all.size(),
                page,
                next,
                provenance(day)));
    }

    private static Place place(EntityTotal total) {
        return new Place(-total.headlineUsd(), "", total.entity());
    }

    private TotalsQuery totalsQuery(Params params, Dimension by) {
        Measure measure = params.choice("measure", Measure.ANNOUNCED, MEASURES);
        @Nullable RollingWindow window = params.read("window", RollingWindow::ofLabel);
        Filter filter = filter(params);
        LocalDate asOf = params.day("asOf");
        boolean published = asOf == null && filter.equals(Filter.NONE) && by != Dimension.FLOW;
        return wellFormed(
                "measure",
                () -> new TotalsQuery(
                        by,
                        measure,
                        window == null ? RollingWindow.ALL : window,
                        filter,
                        published ? null : asOf == null ? sources.today() : asOf));
    }

    /** What {@code /api/series} answers: columns, one entry for each step. */
    record SeriesAnswer(
            Measure measure,
            Dimension by,
            Step step,
            Filter filter,
            List<LocalDate> days,
            List<StrandColumns> strands,
            List<Posting> revisions,
            String provenance) {}

    /** Stock at the end of each step, and what changed in it; in whole US dollars. */
    record StrandColumns(
            @Nullable String entity,
            String name,
            List<Long> low,
            List<Long> stock,
            List<Long> high,
            List<Long> net,
            List<Integer> postings) {
        static StrandColumns of(Strand strand) {
            List<Strand.Point> points = strand.points();
            return new StrandColumns(
                    strand.entity(),
                    strand.name(),
                    points.stream().map(point -> point.stock().low()).toList(),
                    points.stream().map(point -> point.stock().headline()).toList(),
                    points.stream().map(point -> point.stock().high()).toList(),
                    points.stream().map(point -> point.net().headline()).toList(),
                    points.stream().map(Strand.Point::postings).toList());
        }
    }

    private Answer series(Params params) {
        Dimension by = params.choice("by", Dimension.COMPANY, List.of(Dimension.values()));
        Measure measure = params.choice("measure", Measure.ANNOUNCED, MEASURES);
        Step step = params.choice("step", Step.MONTH, List.of(Step.values()));
        int strands = params.number("strands", 0, MAX_STRANDS, 0);
        LocalDate from = params.day("from");
        LocalDate to = params.day("to");
        SeriesQuery query = wellFormed(
                "measure",
                () -> new SeriesQuery(
                        measure, by, filter(params), strands, step, from, to == null ? sources.today() : to));
        List<Strand> found = wellFormed("step", () -> sources.view().series(query));
        List<LocalDate> days = found.isEmpty()
                ? List.of()
                : found.get(0).points().stream().map(Strand.Point::day).toList();
        return Answer.json(new SeriesAnswer(
                measure,
                by,
                step,
                query.filter(),
                days,
                found.stream().map(StrandColumns::of).toList(),
                sources.view().revisions(query, MAX_REVISIONS),
                provenance(query.to())));
    }

    /** What {@code /api/explain} answers: a total, the postings that it is the sum of, and the commitments that made them. */
    record ExplainAnswer(
            LocalDate asOf,
            Measure measure,
            RollingWindow window,
            Filter filter,
            EntityTotal total,
            int matching,
            List<Posting> postings,
            @Nullable String next,
            List<Commitment> commitments,
            String words,
            String provenance) {}

    private Answer explain(Params params) {
        int limit = params.number("limit", 1, MAX_BEHIND, 50);
        Place after = params.read("after", Place::ofCursor);
        TotalsQuery query = totalsQuery(params, Dimension.COMPANY);
        if (query.filter().equals(Filter.NONE)) {
            throw new BadParameterException(
                    "company", "one of company, headquarters and destination must say whose total is to be explained");
        }
        LocalDate asOf = query.asOf() == null ? sources.today() : query.asOf();
        EntityTotal total = EntityTotal.sum(sources.view().totals(query));
        List<Posting> all = sources.view().behind(query, asOf);
        List<Posting> page = new ArrayList<>();
        @Nullable String next = null;
        for (Posting posting : all) {
            if (after == null || place(posting).compareTo(after) > 0) {
                if (page.size() == limit) {
                    next = place(page.get(limit - 1)).cursor();
                    break;
                }
                page.add(posting);
            }
        }
        return Answer.json(new ExplainAnswer(
                asOf,
                query.measure(),
                query.window(),
                query.filter(),
                total,
                all.size(),
                page,
                next,
                commitments(query.measure(), page),
                words(query, all.size()),
                provenance(asOf)));
    }

    private static Place place(Posting posting) {
        return new Place(-posting.day().toEpochDay(), posting.line(), "");
    }

    /** Those whose lines the postings are of; what is announced is made of a payer's guidance, commitments and public money. */
    private List<Commitment> commitments(Measure measure, List<Posting> postings) {
        Set<String> ids = new LinkedHashSet<>();
        for (Posting posting : postings) {
            if (measure != Measure.ANNOUNCED) {
                ids.add(posting.line());
                continue;
            }
            for (Measure part : IN_ANNOUNCED) {
                sources
                        .view()
                        .commitments(new CommitmentQuery(
                                posting.payer(), null, null, part, null, null, false, Sort.AMOUNT, MAX_BEHIND, null))
                        .rows()
                        .stream()
                        .map(CommitmentRow::id)
                        .forEach(ids::add);
            }
        }
        return ids.stream()
                .limit(MAX_BEHIND)
                .flatMap(id -> sources.view().commitment(id).stream())
                .toList();
    }

    private static String words(TotalsQuery query, int postings) {
        String sum = "The sum of " + postings + (postings == 1 ? " posting" : " postings")
                + (query.window() == RollingWindow.ALL
                        ? " up to that day"
                        : " of the " + query.window().days() + " days that end on that day")
                + ", each the change that a line makes on a day.";
        return query.measure() == Measure.ANNOUNCED
                ? sum
                        + " The line ANNOUNCED of a payer is the larger of its guidance and its commitments, plus public money."
                : sum;
    }

    private static Filter filter(Params params) {
        return new Filter(params.id("company"), params.countries("headquarters"), params.countries("destination"));
    }

    private static <T> T wellFormed(String parameter, Supplier<T> question) {
        try {
            return question.get();
        } catch (IllegalArgumentException e) {
            throw new BadParameterException(parameter, String.valueOf(e.getMessage()));
        }
    }

    static String provenance(LocalDate asOf) {
        return "Outlay, announced AI spending as of " + asOf
                + ", in US dollars at the rate of each announcement's day, summed from the topic outlay.postings";
    }
}
