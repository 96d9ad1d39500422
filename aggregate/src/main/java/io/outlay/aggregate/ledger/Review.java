package io.outlay.aggregate.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.outlay.contracts.Commitment;
import io.outlay.contracts.CommitmentEvidence;
import io.outlay.contracts.CommitmentState;
import io.outlay.contracts.Correction.Action;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Period;
import io.outlay.contracts.Revision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an analyst should look at: commitments that are disputed or rest on doubtful readings, and what would settle each. */
public final class Review {
    private static final Pattern SLIP_FROM = Pattern.compile("slip of a factor \\d+ from ([a-z0-9.-]+)");
    private static final Pattern PERIODS = Pattern.compile("texts name its period as (.*)");

    private final Map<String, Commitment> byFigure = new TreeMap<>();
    private final double lowConfidence;

    private Review(Collection<Commitment> commitments, double lowConfidence) {
        this.lowConfidence = lowConfidence;
        commitments.forEach(c -> c.figures().forEach(figure -> byFigure.put(figure, c)));
    }

    /** What is in doubt, the gravest first. */
    public enum Doubt {
        /** A value that is not believed: it counts nothing. */
        DISPUTED,
        /** Texts name different periods. */
        PERIOD,
        /** No day is known: it counts nothing. */
        NO_DAY,
        /** There is no exchange rate: it stands in no total. */
        NO_RATE,
        /** No sentence behind it was read with confidence. */
        LOW_CONFIDENCE
    }

    /**
     * One thing to look at.
     *
     * @param why what is in doubt, in words
     * @param quote the sentence that it rests on; null when none is shown
     * @param settles what would settle it
     * @param fixes the corrections that would, each for what the analyst may find
     */
    public record Item(
            String commitment,
            String payer,
            String payerName,
            Measure measure,
            @Nullable String period,
            @Nullable Long headline,
            @Nullable String currency,
            Doubt doubt,
            String why,
            @Nullable String quote,
            @Nullable String article,
            String settles,
            List<Fix> fixes) {}

    /**
     * A correction that would settle an item.
     *
     * @param when what the analyst has found
     * @param target the figure, or any figure of the commitment, that it is aimed at
     * @param field for SET
     * @param value for SET; what the analyst must fill in stands in capitals
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Fix(String when, Action action, String target, @Nullable String field, @Nullable String value) {}

    /** The items of some commitments, the gravest doubts first, then by payer and commitment. */
    public static List<Item> of(Collection<Commitment> commitments, double lowConfidence) {
        Review review = new Review(commitments, lowConfidence);
        List<Item> items = new ArrayList<>();
        commitments.forEach(c -> review.look(c, items));
        items.sort(Comparator.comparing(Item::doubt).thenComparing(Item::payer).thenComparing(Item::commitment));
        return List.copyOf(items);
    }

    private void look(Commitment c, List<Item> items) {
        if (c.state() == CommitmentState.REJECTED || c.revisions().isEmpty()) {
            return;
        }
        Revision last = c.revisions().get(c.revisions().size() - 1);
        Period period = c.period();
        if (c.state() == CommitmentState.DISPUTED) {
            items.add(item(
                    c,
                    last,
                    Doubt.DISPUTED,
                    last.why(),
                    "a second independent source, or a correction",
                    disputed(last)));
            return;
        }
        if (period != null && period.key().equals(Periods.DISPUTED)) {
            items.add(item(
                    c,
                    last,
                    Doubt.PERIOD,
                    c.notes().stream()
                            .filter(note -> PERIODS.matcher(note).matches())
                            .findFirst()
                            .orElse("texts name different periods"),
                    "three times as many articles for one of the periods, or a correction",
                    periods(c)));
        }
        if (last.day() == null && c.measure().hasTotals()) {
            items.add(item(
                    c,
                    last,
                    Doubt.NO_DAY,
                    "no article gives a day: it counts nothing",
                    "an article with a day, or a correction",
                    List.of(set("the day is known", last.figure(), "day", "YYYY-MM-DD"), reject(c.id()))));
        } else if (last.usd() == null && c.measure().hasTotals()) {
            items.add(item(
                    c,
                    last,
                    Doubt.NO_RATE,
                    "no rate of " + last.currency() + " for " + last.day() + ": it stands in no total",
                    "a rate in the topic fx-rates, or a correction",
                    List.of(set("the currency was read wrong", last.figure(), "currency", "CODE"))));
        }
        // What holds now is in doubt when no sentence behind it is clear, however clear an older value was.
        Double best = last.bestConfidence();
        if (c.state() == CommitmentState.LIVE
                && best != null
                && best < lowConfidence
                && c.corrections().isEmpty()) {
            items.add(item(
                    c,
                    last,
                    Doubt.LOW_CONFIDENCE,
                    "its clearest sentence was read with confidence " + best,
                    "a clearer article, or a correction",
                    List.of(
                            set(
                                    "it was read right",
                                    last.figure(),
                                    "status",
                                    last.status().name()),
                            set("the amount is another", last.figure(), "amount", "AMOUNT"),
                            set("it is of another kind", c.id(), "measure", "MEASURE"),
                            reject(c.id()))));
        }
    }

    private List<Fix> disputed(Revision doubted) {
        List<Fix> fixes = new ArrayList<>();
        String figure = doubted.figure();
        fixes.add(set("it is right as it stands", figure, "amount", numbers(doubted)));
        Matcher named = SLIP_FROM.matcher(doubted.why());
        while (named.find()) {
            Commitment other = byFigure.get(named.group(1));
            if (other != null) {
                other.revisions().stream()
                        .filter(r -> r.figure().equals(named.group(1))
                                && r.currency().equals(doubted.currency())
                                && r.headline() != doubted.headline())
                        .findFirst()
                        .ifPresent(r -> fixes.add(set("it means " + named.group(1), figure, "amount", numbers(r))));
            }
        }
        fixes.add(reject(figure));
        return fixes;
    }

    private static List<Fix> periods(Commitment c) {
        List<Fix> fixes = new ArrayList<>();
        for (String note : c.notes()) {
            Matcher named = PERIODS.matcher(note);
            if (named.matches()) {
                for (String key : named.group(1).split(", ")) {
                    fixes.add(set("it is meant for " + key, c.id(), "period", key));
                }
            }
        }
        return fixes.isEmpty() ? List.of(set("the period is known", c.id(), "period", "PERIOD")) : fixes;
    }

    private static String numbers(Revision r) {
        return r.low() == r.high() ? Long.toString(r.headline()) : r.low() + "/" + r.headline() + "/" + r.high();
    }

    private static Fix set(String when, String target, String field, String value) {
        return new Fix(when, Action.SET, target, field, value);
    }

    private static Fix reject(String target) {
        return new Fix("it is wrong altogether", Action.REJECT, target, null, null);
    }

    private static Item item(Commitment c, Revision r, Doubt doubt, String why, String settles, List<Fix> fixes) {
        CommitmentEvidence first = c.revisions().stream()
                .flatMap(revision -> revision.evidence().stream())
                .findFirst()
                .orElse(null);
        return new Item(
                c.id(),
                c.payer().id(),
                c.payer().name(),
                c.measure(),
                c.period() == null ? null : c.period().key(),
                r.headline(),
                r.currency(),
                doubt,
                why,
                first == null ? null : first.quote(),
                first == null ? null : first.url() == null ? first.articleId() : first.url(),
                settles,
                List.copyOf(fixes));
    }
}
