package io.outlay.local.cli;

import io.outlay.contracts.FxRate;
import io.outlay.contracts.Json;
import io.outlay.contracts.Topics;
import io.outlay.local.road.TopicReader;
import io.outlay.local.road.TopicWriter;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code outlay rates}: daily exchange rates into the topic. */
@Command(
        name = "rates",
        description = {
            "Reads daily exchange rates into the topic fx-rates, where they go before the table that ships with Outlay:",
            "the euro reference rates as the European Central Bank publishes them, CSV, ZIP or XML, of one day or of all,",
            "or NDJSON of the topic's own values. Only rates that are new or differ are written; amounts follow at once."
        },
        mixinStandardHelpOptions = true)
public final class RatesCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            paramLabel = "SOURCE",
            description = "A file, an address, such as that of the ECB's eurofxref-hist.zip, or - for standard input.")
    @SuppressWarnings("NullAway.Init")
    private String source;

    @Mixin
    private final KafkaOption kafka = new KafkaOption();

    @Option(names = "--since", paramLabel = "DAY", description = "Leave out earlier days (YYYY-MM-DD).")
    private @Nullable LocalDate since;

    @Option(
            names = "--dry-run",
            description =
                    "No Kafka: print the rates as NDJSON, as 'outlay ledger --rates' reads them, and write nothing.")
    private boolean dryRun;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        List<FxRate> rates = RatesFile.read(source).stream()
                .filter(rate -> since == null || rate.day().compareTo(since.toString()) >= 0)
                .toList();
        if (dryRun) {
            rates.forEach(rate -> out.println(Json.string(rate)));
            return;
        }
        Map<String, FxRate> known = new TopicReader(kafka.client()).latest(Topics.FX_RATES);
        List<FxRate> news = rates.stream()
                .filter(rate -> !rate.equals(known.get(rate.key())))
                .toList();
        try (TopicWriter writer = new TopicWriter(kafka.settings())) {
            news.forEach(rate -> writer.send(Topics.FX_RATES, rate.key(), rate));
            writer.flush();
        }
        out.println(source + ": " + described(rates) + "; " + news.size() + " written, " + (rates.size() - news.size())
                + " were there already");
    }

    private static String described(List<FxRate> rates) {
        if (rates.isEmpty()) {
            return "no rates";
        }
        TreeSet<String> days = rates.stream().map(FxRate::day).collect(Collectors.toCollection(TreeSet::new));
        long currencies = rates.stream().map(FxRate::currency).distinct().count();
        return rates.size() + " rates of " + currencies + " currencies, " + days.first()
                + (days.size() == 1 ? "" : " to " + days.last());
    }
}
