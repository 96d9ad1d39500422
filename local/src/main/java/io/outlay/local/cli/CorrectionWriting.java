package io.outlay.local.cli;

import io.outlay.contracts.Correction;
import io.outlay.contracts.Json;
import io.outlay.contracts.Topics;
import io.outlay.local.road.TopicReader;
import io.outlay.local.road.TopicWriter;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Who writes a correction and why, where it goes, and how long its effect is waited for. */
final class CorrectionWriting {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final KafkaOption kafka = new KafkaOption();

    @Option(names = "--author", required = true, paramLabel = "YOU", description = "Who says it.")
    @SuppressWarnings("NullAway.Init")
    private String author;

    @Option(names = "--reason", required = true, paramLabel = "WHY", description = "Why, for readers.")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Option(
            names = "--ledger",
            paramLabel = "LEDGER",
            description = "No Kafka: checks against what 'outlay ledger' printed (- for standard input), and prints the"
                    + " correction, for 'outlay ledger --corrections'.")
    private @Nullable String ledger;

    @Option(names = "--dry-run", description = "Print the correction as it would be written, and write nothing.")
    private boolean dryRun;

    @Option(names = "--anyway", description = "Move to a payer that nobody knows yet.")
    private boolean anyway;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description = "How long to wait until it is in effect; default ${DEFAULT-VALUE}, 0 for not at all.")
    private int waitSeconds = 30;

    CorrectionDesk desk() {
        if (author.isBlank() || reason.isBlank()) {
            throw new BadValueException("author and reason must not be empty, nothing was written");
        }
        TopicReader topics = ledger != null ? null : new TopicReader(kafka.client());
        LedgerView view = topics == null ? LedgerView.of(ledger, kafka) : LedgerView.ofTopics(topics);
        return new CorrectionDesk(view, topics, author, reason, anyway);
    }

    /** Writes all of them or, when one cannot be, says so. */
    int write(CorrectionDesk desk, List<Correction> corrections) {
        PrintWriter out = spec.commandLine().getOut();
        if (dryRun || ledger != null) {
            corrections.forEach(correction -> out.println(Json.string(correction)));
            return 0;
        }
        try (CorrectionEffect effect = new CorrectionEffect(kafka.client(), desk);
                TopicWriter writer = new TopicWriter(kafka.settings())) {
            for (Correction correction : corrections) {
                writer.send(Topics.CORRECTIONS, correction.key(), correction);
            }
            writer.flush();
            corrections.forEach(c -> out.println(c.id()));
            out.flush();
            return waitSeconds == 0 || effect.await(corrections, Duration.ofSeconds(waitSeconds), spec.commandLine())
                    ? 0
                    : 1;
        }
    }
}
