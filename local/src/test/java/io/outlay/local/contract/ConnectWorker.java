package io.outlay.local.contract;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.connect.connector.policy.AllConnectorClientConfigOverridePolicy;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.runtime.Herder;
import org.apache.kafka.connect.runtime.Worker;
import org.apache.kafka.connect.runtime.isolation.Plugins;
import org.apache.kafka.connect.runtime.rest.entities.ConnectorInfo;
import org.apache.kafka.connect.runtime.rest.entities.ConnectorStateInfo;
import org.apache.kafka.connect.runtime.standalone.StandaloneConfig;
import org.apache.kafka.connect.runtime.standalone.StandaloneHerder;
import org.apache.kafka.connect.storage.MemoryOffsetBackingStore;
import org.apache.kafka.connect.util.FutureCallback;

/** Kafka's own Connect worker, standalone, without the HTTP interface that its settings usually come by. */
final class ConnectWorker implements AutoCloseable {
    private final Herder herder;
    private final List<String> names = new ArrayList<>();

    private ConnectWorker(Herder herder) {
        this.herder = herder;
    }

    static ConnectWorker start(String bootstrap) {
        Map<String, String> settings = Map.of(
                "bootstrap.servers",
                bootstrap,
                "key.converter",
                JsonConverter.class.getName(),
                "value.converter",
                JsonConverter.class.getName(),
                "offset.storage.file.filename",
                "unused",
                "plugin.discovery",
                "service_load",
                "offset.flush.interval.ms",
                "1000");
        Plugins plugins = new Plugins(settings);
        StandaloneConfig config = new StandaloneConfig(settings);
        var overrides = new AllConnectorClientConfigOverridePolicy();
        Worker worker = new Worker("worker", Time.SYSTEM, plugins, config, new NoOffsets(), overrides);
        StandaloneHerder herder = new StandaloneHerder(worker, config.kafkaClusterId(), overrides);
        herder.start();
        return new ConnectWorker(herder);
    }

    /** @param settings those of one connector, as {@code connect-standalone.sh} takes them in a file */
    void add(Map<String, String> settings) throws Exception {
        FutureCallback<Herder.Created<ConnectorInfo>> done = new FutureCallback<>();
        herder.putConnectorConfig(settings.get("name"), settings, false, done);
        done.get(1, TimeUnit.MINUTES);
        names.add(settings.get("name"));
    }

    /** Fails when a connector or a task of it has failed, with its cause. */
    void check() {
        for (String name : names) {
            ConnectorStateInfo state = herder.connectorStatus(name);
            assertNotEquals(
                    "FAILED", state.connector().state(), () -> state.connector().trace());
            state.tasks().forEach(task -> assertNotEquals("FAILED", task.state(), task::trace));
        }
    }

    @Override
    public void close() {
        herder.stop();
    }

    /** Where sources keep their positions; that of a sink is its group's. */
    private static final class NoOffsets extends MemoryOffsetBackingStore {
        @Override
        public Set<Map<String, Object>> connectorPartitions(String connector) {
            return Set.of();
        }
    }
}
