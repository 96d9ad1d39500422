package io.outlay.local.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.outlay.aggregate.ledger.ActiveCorrections;
import io.outlay.aggregate.ledger.SetField;
import io.outlay.contracts.Commitment;
import io.outlay.contracts.Correction;
import io.outlay.contracts.Correction.Action;
import io.outlay.contracts.Correction.Target;
import io.outlay.contracts.Topics;
import io.outlay.local.cli.TextTable.Align;
import io.outlay.local.road.TopicReader;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code outlay correct list}: what analysts have said, and what became of it. */
@Command(
        name = "list",
        description = "All corrections with what each does: in effect, taken back, or hitting nothing.",
        mixinStandardHelpOptions = true)
final class CorrectListCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final KafkaOption kafka = new KafkaOption();

    @Option(names = "--format", paramLabel = "table|csv|json", description = "Default table.")
    private ListingFormat format = ListingFormat.TABLE;

    /**
     * A correction and what became of it.
     *
     * @param commitments those on which it shows
     */
    record Listed(@JsonUnwrapped Correction correction, String state, List<String> commitments) {}

    @Override
    public void run() {
        TopicReader topics = new TopicReader(kafka.client());
        List<Listed> listed = listed(
                topics.latest(Topics.CORRECTIONS).values(),
                topics.latest(Topics.COMMITMENTS).values());
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case TABLE -> printTable(listed, out);
            case CSV, JSON -> format.print(listed, out);
        }
    }

    /** In the order in which they were written. */
    static List<Listed> listed(Collection<Correction> corrections, Collection<Commitment> commitments) {
        Set<String> active =
                ActiveCorrections.of(corrections).stream().map(Correction::id).collect(Collectors.toSet());
        Map<String, TreeSet<String>> shownOn = new TreeMap<>();
        for (Commitment c : commitments) {
            c.corrections().forEach(a -> shownOn.computeIfAbsent(a.id(), id -> new TreeSet<>())
                    .add(c.id()));
        }
        return corrections.stream()
                .sorted(Comparator.<Correction, Instant>comparing(c -> c.at() == null ? Instant.MIN : c.at())
                        .thenComparing(Correction::id))
                .map(c -> {
                    List<String> hit = List.copyOf(shownOn.getOrDefault(c.id(), new TreeSet<>()));
                    return new Listed(c, state(c, active, hit), hit);
                })
                .toList();
    }

    private static String state(Correction c, Set<String> active, List<String> hit) {
        if (c.action() == Action.REVOKE) {
            return active.contains(String.valueOf(c.to())) ? "taken back itself, or nothing to take back" : "in effect";
        }
        if (!active.contains(c.id())) {
            return "taken back";
        }
        if (c.action() == Action.SET && SetField.problem(c).isPresent()) {
            return "not valid: " + SetField.problem(c).get();
        }
        return hit.isEmpty() ? "hits nothing" : "in effect";
    }

    private static void printTable(List<Listed> listed, PrintWriter out) {
        TextTable table = new TextTable(
                List.of("ID", "AT", "ACTION", "TARGET", "WHAT", "AUTHOR", "REASON", "STATE"),
                List.of(
                        Align.LEFT,
                        Align.LEFT,
                        Align.LEFT,
                        Align.LEFT,
                        Align.LEFT,
                        Align.LEFT,
                        Align.LEFT,
                        Align.LEFT));
        for (Listed l : listed) {
            Correction c = l.correction();
            table.row(List.of(
                    c.id(),
                    c.at() == null ? "" : c.at().truncatedTo(ChronoUnit.SECONDS).toString(),
                    c.action().name().toLowerCase(Locale.ROOT),
                    target(c.target()),
                    c.field() != null ? c.field() + "=" + c.value() : c.to() != null ? "to " + c.to() : "",
                    c.author(),
                    c.reason(),
                    l.state()));
        }
        table.print(out);
    }

    private static String target(@Nullable Target target) {
        if (target == null) {
            return "";
        }
        if (target.articleId() != null) {
            return "article " + target.articleId();
        }
        return target.figure() != null ? "figure " + target.figure() : String.valueOf(target.commitment());
    }
}
