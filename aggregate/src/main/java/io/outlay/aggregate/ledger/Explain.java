package io.outlay.aggregate.ledger;

import io.outlay.aggregate.ledger.Explanation.Kind;
import io.outlay.aggregate.ledger.Explanation.Part;
import io.outlay.aggregate.ledger.Explanation.Stocks;
import io.outlay.aggregate.ledger.Explanation.Subject;
import io.outlay.aggregate.ledger.Explanation.Sum;
import io.outlay.contracts.Band;
import io.outlay.contracts.Commitment;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Period;
import io.outlay.contracts.Posting;
import io.outlay.contracts.Revision;
import io.outlay.contracts.RollingTotal.Basis;
import io.outlay.contracts.RollingWindow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes an {@link Explanation} of what the ledger holds. */
public final class Explain {
    /** What a payer's ANNOUNCED is derived from. */
    private static final Set<Measure> BEHIND_ANNOUNCED =
            EnumSet.of(Measure.GUIDANCE, Measure.COMMITMENT, Measure.PUBLIC);

    private static final Comparator<Part> LARGEST_FIRST = Comparator.<Part>comparingLong(
                    part -> part.usd().headline())
            .thenComparingLong(part -> part.usd().high())
            .reversed()
            .thenComparing(Part::line);

    private static final Comparator<Commitment> BY_PAYER_MEASURE_AND_DAY = Comparator.<Commitment, String>comparing(
                    c -> c.payer().id())
            .thenComparing(Commitment::measure)
            .thenComparing(Explain::firstDay)
            .thenComparing(Commitment::id);

    private final Subject subject;
    private final LedgerFold all;
    private final LedgerFold then;
    private final LocalDate asOf;
    private final RollingWindow window;

    private Explain(Subject subject, LedgerFold all, LocalDate asOf, RollingWindow window) {
        this.subject = subject;
        this.all = all;
        this.then = all.asOf(asOf);
        this.asOf = asOf;
        this.window = window;
    }

    /**
     * What stands behind a payer, a country or a commitment; without sums and commitments when nothing does.
     *
     * @param measure leaves out all others, but with ANNOUNCED goes what it is derived from; null for all
     * @param basis of a country: leaves out the other; null for both
     */
    public static Explanation of(
            Subject subject,
            @Nullable Measure measure,
            @Nullable Basis basis,
            LedgerFold ledger,
            LocalDate asOf,
            RollingWindow window) {
        return new Explain(subject, ledger, asOf, window).explanation(measure, basis);
    }

    private Explanation explanation(@Nullable Measure measure, @Nullable Basis basis) {
        List<Sum> sums = new ArrayList<>();
        for (Measure each : Measure.values()) {
            if (isWanted(each, measure)) {
                switch (subject.kind()) {
                    case PAYER, COMMITMENT -> add(sums, each, null);
                    case COUNTRY -> {
                        if (basis != Basis.DESTINATION) {
                            add(sums, each, Basis.HEADQUARTERS);
                        }
                        if (basis != Basis.HEADQUARTERS && each != Measure.ANNOUNCED) {
                            add(sums, each, Basis.DESTINATION);
                        }
                    }
                }
            }
        }
        List<Commitment> commitments = then.commitments().stream()
                .filter(c -> isWanted(c.measure(), measure) && isOf(c, basis))
                .sorted(BY_PAYER_MEASURE_AND_DAY)
                .toList();
        return new Explanation(subject, asOf, window, sums, commitments, notes(commitments));
    }

    private static boolean isWanted(Measure measure, @Nullable Measure named) {
        return named == null || measure == named || (named == Measure.ANNOUNCED && BEHIND_ANNOUNCED.contains(measure));
    }

    private void add(List<Sum> sums, Measure measure, @Nullable Basis basis) {
        if (!measure.hasTotals()) {
            return;
        }
        Map<String, List<Posting>> byLine = new TreeMap<>();
        for (Posting posting : then.postings()) {
            if (posting.measure() == measure && isOf(posting, basis) && window.contains(posting.day(), asOf)) {
                byLine.computeIfAbsent(posting.line(), line -> new ArrayList<>())
                        .add(posting);
            }
        }
        List<Part> parts = new ArrayList<>();
        if (measure == Measure.ANNOUNCED) {
            byLine.values().forEach(postings -> parts.add(announced(postings)));
        } else {
            for (Commitment c : then.commitments()) {
                List<Posting> postings = byLine.getOrDefault(c.id(), List.of());
                boolean countsNothingAtAll = window == RollingWindow.ALL && postings.isEmpty();
                if (c.measure() == measure && isOf(c, basis) && (countsNothingAtAll || !postings.isEmpty())) {
                    parts.add(part(c, postings));
                }
            }
        }
        if (!parts.isEmpty()) {
            parts.sort(LARGEST_FIRST);
            Band sum = parts.stream().map(Part::usd).reduce(Band.ZERO, Band::plus);
            sums.add(new Sum(measure, basis, sum, parts));
        }
    }

    private Part announced(List<Posting> postings) {
        Posting any = postings.get(0);
        Stocks stocks = window == RollingWindow.ALL
                ? new Stocks(
                        stock(any.payer(), Measure.GUIDANCE),
                        stock(any.payer(), Measure.COMMITMENT),
                        stock(any.payer(), Measure.PUBLIC))
                : null;
        return new Part(
                any.line(), any.payer(), any.payerName(), sum(postings), null, null, null, stocks, inTime(postings));
    }

    private Band stock(String payer, Measure measure) {
        return sum(then.postings().stream()
                .filter(p -> p.payer().equals(payer) && p.measure() == measure)
                .toList());
    }

    private static Part part(Commitment c, List<Posting> postings) {
        Period period = c.period();
        Revision last = c.revisions().get(c.revisions().size() - 1);
        return new Part(
                c.id(),
                c.payer().id(),
                c.payer().name(),
                sum(postings),
                c.state(),
                period == null ? null : period.key(),
                last.why(),
                null,
                inTime(postings));
    }

    private static List<Posting> inTime(List<Posting> postings) {
        return postings.stream().sorted(Comparator.comparing(Posting::day)).toList();
    }

    /** A posting without a rate moves no money. */
    private static Band sum(Collection<Posting> postings) {
        Band sum = Band.ZERO;
        for (Posting p : postings) {
            if (p.lowUsd() != null && p.headlineUsd() != null && p.highUsd() != null) {
                sum = sum.plus(new Band(p.lowUsd(), p.headlineUsd(), p.highUsd()));
            }
        }
        return sum;
    }

    private boolean isOf(Posting p, @Nullable Basis basis) {
        return switch (subject.kind()) {
            case PAYER -> p.payer().equals(subject.id());
            case COMMITMENT -> p.line().equals(subject.id());
            case COUNTRY ->
                (basis != Basis.DESTINATION && p.payerCountry().equals(subject.id()))
                        || (basis != Basis.HEADQUARTERS && p.destination().equals(subject.id()));
        };
    }

    private boolean isOf(Commitment c, @Nullable Basis basis) {
        return switch (subject.kind()) {
            case PAYER -> c.payer().id().equals(subject.id());
            case COMMITMENT -> c.id().equals(subject.id());
            case COUNTRY ->
                (basis != Basis.DESTINATION && c.payer().country().equals(subject.id()))
                        || (basis != Basis.HEADQUARTERS && destination(c).equals(subject.id()));
        };
    }

    private static String destination(Commitment c) {
        return c.destination() == null ? "*" : c.destination();
    }

    /** What has no day stands last. */
    private static LocalDate firstDay(Commitment c) {
        LocalDate day = c.revisions().isEmpty() ? null : c.revisions().get(0).day();
        return day == null ? LocalDate.MAX : day;
    }

    private List<String> notes(List<Commitment> commitments) {
        Set<String> payers = new TreeSet<>();
        commitments.forEach(c -> payers.add(c.payer().id()));
        List<String> notes = new ArrayList<>();
        for (Overlaps.Overlap overlap : Overlaps.of(all.commitments())) {
            boolean touches = payers.contains(overlap.payer().id())
                    || overlap.members().stream().anyMatch(m -> payers.contains(m.id()));
            if (touches) {
                notes.add(overlap.note());
            }
        }
        if (subject.kind() == Kind.COUNTRY) {
            Set<String> joined = new TreeSet<>();
            for (Commitment c : then.commitments()) {
                for (String codes : List.of(destination(c), c.payer().country())) {
                    if (!codes.equals(subject.id()) && List.of(codes.split(";")).contains(subject.id())) {
                        joined.add(codes);
                    }
                }
            }
            joined.forEach(codes ->
                    notes.add("what is for several countries together is not split: it stands under " + codes));
        }
        return notes;
    }
}
