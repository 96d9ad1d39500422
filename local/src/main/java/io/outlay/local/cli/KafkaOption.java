package io.outlay.local.cli;

import io.outlay.service.BadSettingsException;
import io.outlay.service.ServiceSettings;
import io.outlay.service.Settings;
import io.outlay.service.StreamsSettings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which Kafka a command speaks to. Settings of the environment count as for a service, {@code KAFKA_*} among them. */
final class KafkaOption {
    /** How long a broker may take to answer the first question. */
    private static final int FIRST_ANSWER_MS = 10_000;

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            description = "The Kafka to speak to; else OUTLAY_BOOTSTRAP, else localhost:9092.")
    private @Nullable String bootstrap;

    /** Whether the user named a Kafka on the command line. */
    boolean named() {
        return bootstrap != null;
    }

    /** The settings of a service that speaks to this Kafka. */
    Settings settings() {
        try {
            List<String> arguments =
                    bootstrap == null ? List.of() : List.of("--" + ServiceSettings.BOOTSTRAP.name() + "=" + bootstrap);
            return Settings.read(ServiceSettings.all(), System.getenv(), arguments);
        } catch (BadSettingsException e) {
            throw new CommandFailedException(String.join("; ", e.problems()), e);
        }
    }

    /** Client settings, when the broker answers. */
    Map<String, Object> client() {
        Settings settings = settings();
        Map<String, Object> client = StreamsSettings.client("outlay-command", settings);
        requireAnswer(settings.get(ServiceSettings.BOOTSTRAP), client);
        return client;
    }

    private static void requireAnswer(String address, Map<String, Object> client) {
        try (Admin admin = Admin.create(client)) {
            var options = new DescribeClusterOptions().timeoutMs(FIRST_ANSWER_MS);
            admin.describeCluster(options).clusterId().get();
        } catch (ExecutionException e) {
            throw new CommandFailedException(
                    "no Kafka answers at " + address
                            + ": start one with 'outlay run', or name another with --bootstrap",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException("interrupted", e);
        }
    }
}
