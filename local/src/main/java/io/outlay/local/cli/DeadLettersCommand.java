package io.outlay.local.cli;

import io.outlay.contracts.Json;
import io.outlay.local.cli.TextTable.Align;
import io.outlay.local.ops.Letter;
import io.outlay.local.ops.Letters;
import io.outlay.local.road.TopicReader;
import io.outlay.service.StreamsSettings;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code outlay dead-letters}: what the services could not use. */
@Command(
        name = "dead-letters",
        description =
                "The records that the services could not use: lists them, or sends them again when the cause is mended.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {DeadLettersCommand.ListLetters.class, DeadLettersCommand.Replay.class})
public final class DeadLettersCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "list or replay is missing");
    }

    /** Which letters are meant. */
    static final class Filter {
        @Option(names = "--service", paramLabel = "NAME", description = "Only those that this service gave up.")
        private @Nullable String service;

        @Option(names = "--topic", paramLabel = "NAME", description = "Only those from this topic.")
        private @Nullable String topic;

        @Option(names = "--error", paramLabel = "KIND", description = "Only those with this error, BadJsonException.")
        private @Nullable String error;

        @Option(names = "--key", paramLabel = "KEY", description = "Only those with this key.")
        private @Nullable String key;

        Predicate<Letter> predicate() {
            return letter -> (service == null || letter.service().equals(service))
                    && (topic == null
                            || letter.source()
                                    .filter(p -> p.topic().equals(topic))
                                    .isPresent())
                    && (error == null || letter.error().equals(error))
                    && (key == null || letter.keyText().equals(key));
        }

        boolean isEmpty() {
            return service == null && topic == null && error == null && key == null;
        }
    }

    /** {@code outlay dead-letters list}. */
    @Command(name = "list", description = "Prints dead letters.", mixinStandardHelpOptions = true)
    static final class ListLetters implements Runnable {
        /** How letters are printed. */
        enum Format {
            TABLE,
            JSON
        }

        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        @Mixin
        private final KafkaOption kafka = new KafkaOption();

        @Mixin
        private final Filter filter = new Filter();

        @Option(names = "--format", paramLabel = "table|json", description = "Default table; json adds the value.")
        private Format format = Format.TABLE;

        @Override
        public void run() {
            PrintWriter out = spec.commandLine().getOut();
            List<Letter> letters = new Letters(new TopicReader(kafka.client())).list(filter.predicate());
            switch (format) {
                case TABLE -> printTable(letters, out);
                case JSON -> letters.forEach(letter -> out.println(Json.string(fields(letter))));
            }
        }

        private static void printTable(List<Letter> letters, PrintWriter out) {
            TextTable table = new TextTable(
                    List.of("WHEN", "SERVICE", "PLACE", "KEY", "BYTES", "WHY"),
                    List.of(Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT));
            for (Letter letter : letters) {
                table.row(List.of(
                        letter.when().toString(),
                        letter.service(),
                        letter.place(),
                        oneLine(letter.keyText()),
                        letter.size() < 0 ? "" : Long.toString(letter.size()),
                        oneLine(letter.error() + ": " + letter.message())));
            }
            table.print(out);
        }

        /** Keys and messages come from outside: no character of them may move a terminal's cursor. */
        private static String oneLine(String text) {
            return text.replaceAll("\\p{Cntrl}+", " ");
        }

        private static Map<String, @Nullable Object> fields(Letter letter) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("when", letter.when().toString());
            fields.put("service", letter.service());
            fields.put("topic", letter.source().map(source -> source.topic()).orElse(null));
            fields.put(
                    "partition",
                    letter.source().map(source -> source.partition()).orElse(null));
            fields.put("offset", letter.offset() < 0 ? null : letter.offset());
            fields.put("key", letter.keyText());
            fields.put("error", letter.error());
            fields.put("message", letter.message());
            fields.put("size", letter.size() < 0 ? null : letter.size());
            fields.put("value", letter.value() == null ? null : new String(letter.value(), StandardCharsets.UTF_8));
            return fields;
        }
    }

    /** {@code outlay dead-letters replay}. */
    @Command(
            name = "replay",
            description = {
                "Sends the records behind the letters again, to the partitions where they stood: each that has not been",
                "overtaken by a newer record of its key. A second replay sends nothing."
            },
            mixinStandardHelpOptions = true)
    static final class Replay implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        @Mixin
        private final KafkaOption kafka = new KafkaOption();

        @Mixin
        private final Filter filter = new Filter();

        @Option(names = "--all", description = "All letters; needed when no other option chooses.")
        private boolean all;

        @Option(names = "--dry-run", description = "Only say what would be sent.")
        private boolean dryRun;

        @Override
        public Integer call() {
            if (filter.isEmpty() && !all) {
                throw new ParameterException(
                        spec.commandLine(), "which? choose with --service, --topic, --error or --key, or say --all");
            }
            PrintWriter out = spec.commandLine().getOut();
            Letters letters = new Letters(new TopicReader(kafka.client()));
            List<Letters.Outcome> outcomes;
            try (var producer =
                    new KafkaProducer<byte[], byte[]>(StreamsSettings.producer("outlay-replay", kafka.settings()))) {
                outcomes = letters.replay(letters.list(filter.predicate()), producer, !dryRun);
            }
            outcomes.forEach(outcome -> out.println(outcome.letter().place() + ": " + outcome.why()));
            long sent = outcomes.stream().filter(Letters.Outcome::sent).count();
            out.println((dryRun ? "would send " : "sent ") + sent + " of " + outcomes.size());
            return 0;
        }
    }
}
