package io.outlay.local.cli;

import io.outlay.aggregate.ledger.Overlaps;
import io.outlay.aggregate.ledger.Review;
import io.outlay.contracts.CommitmentEvidence;
import io.outlay.contracts.Measure;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code outlay review}: what an analyst should look at. */
@Command(
        name = "review",
        description = {
            "What is in doubt, the gravest first, and what would settle it, with the 'outlay correct' to type: values that",
            "are not believed, conflicting periods, amounts without a day or a rate, readings of low confidence; then the",
            "payers that overlap. Reads the topics, or what 'outlay ledger' printed."
        },
        mixinStandardHelpOptions = true)
public final class ReviewCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "LEDGER",
            description = "What 'outlay ledger' printed, - for standard input; else the topics are read.")
    private @Nullable String ledger;

    @Mixin
    private final KafkaOption kafka = new KafkaOption();

    @Option(names = "--payer", paramLabel = "WHOM", description = "Only what concerns this payer.")
    private @Nullable String payer;

    @Option(names = "--doubt", paramLabel = "D", description = "Only one of ${COMPLETION-CANDIDATES}.")
    private Review.@Nullable Doubt doubt;

    @Option(
            names = "--below",
            paramLabel = "CONFIDENCE",
            description = "What counts as low confidence, 0 to 1; default ${DEFAULT-VALUE}.")
    private double below = CommitmentEvidence.CONFIDENT;

    @Option(names = "--format", paramLabel = "table|csv|json", description = "Default table, which is text here.")
    private ListingFormat format = ListingFormat.TABLE;

    /** An item as it is listed: with its corrections as they are typed. */
    record Listed(
            String commitment,
            String payer,
            String payerName,
            Measure measure,
            @Nullable String period,
            @Nullable Long headline,
            @Nullable String currency,
            Review.Doubt doubt,
            String why,
            @Nullable String quote,
            @Nullable String article,
            String settles,
            List<String> commands) {}

    @Override
    public void run() {
        LedgerView view = LedgerView.of(ledger, kafka);
        String only =
                payer == null ? null : new Names(view.ledger()).findPayer(payer).id();
        List<Review.Item> items = Review.of(view.ledger().commitments(), below).stream()
                .filter(item -> (only == null || item.payer().equals(only)) && (doubt == null || item.doubt() == doubt))
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case TABLE -> {
                items.forEach(item -> print(item, out));
                out.println(items.isEmpty() ? "nothing is in doubt" : items.size() + " to look at");
                if (doubt == null) {
                    Overlaps.of(view.ledger().commitments()).stream()
                            .filter(overlap -> only == null || touches(overlap, only))
                            .forEach(overlap -> out.println("note: " + overlap.note()));
                }
            }
            case CSV, JSON ->
                format.print(items.stream().map(ReviewCommand::listed).toList(), out);
        }
    }

    private static boolean touches(Overlaps.Overlap overlap, String payer) {
        return overlap.payer().id().equals(payer) || overlap.members().stream().anyMatch(m -> m.id().equals(payer));
    }

    private static void print(Review.Item item, PrintWriter out) {
        Long headline = item.headline();
        out.println(item.doubt().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + item.payerName() + " "
                + item.measure() + (item.period() == null ? "" : " " + item.period())
                + (headline == null ? "" : ", " + item.currency() + " " + Money.units(headline)) + ", "
                + item.commitment());
        out.println("  " + item.why());
        if (item.quote() != null) {
            out.println("  \"" + item.quote().replaceAll("\\s+", " ").strip() + "\"");
            out.println("    " + item.article());
        }
        out.println("  settled by " + item.settles() + ":");
        for (Review.Fix fix : item.fixes()) {
            out.println("    if " + fix.when() + ":");
            out.println("      " + command(fix));
        }
        out.println();
    }

    private static Listed listed(Review.Item i) {
        return new Listed(
                i.commitment(),
                i.payer(),
                i.payerName(),
                i.measure(),
                i.period(),
                i.headline(),
                i.currency(),
                i.doubt(),
                i.why(),
                i.quote(),
                i.article(),
                i.settles(),
                i.fixes().stream().map(ReviewCommand::command).toList());
    }

    /** As it is typed; what the analyst must fill in stands in capitals. */
    static String command(Review.Fix fix) {
        String what = fix.field() == null ? "" : " " + fix.field() + "=" + fix.value();
        return "outlay correct " + fix.action().name().toLowerCase(Locale.ROOT) + " " + fix.target() + what
                + " --author YOU --reason WHY";
    }
}
