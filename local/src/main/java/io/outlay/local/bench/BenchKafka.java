package io.outlay.local.bench;

import io.outlay.contracts.Topic;
import io.outlay.local.road.BrokerProcesses;
import io.outlay.local.road.Folders;
import io.outlay.service.RunningService;
import io.outlay.service.Service;
import io.outlay.service.ServiceFailedException;
import io.outlay.service.ServiceRunner;
import io.outlay.service.ServiceSettings;
import io.outlay.service.Settings;
import io.outlay.service.StreamsSettings;
import io.outlay.service.TopicAdmin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Kafka as benches use it: one broker, a process of its own, in a folder that goes with it. */
final class BenchKafka implements AutoCloseable {
    private static final int NODE = 1;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path folder;
    private final BrokerProcesses broker;
    private final Admin admin;

    private BenchKafka(Path folder, BrokerProcesses broker) {
        this.folder = folder;
        this.broker = broker;
        this.admin = Admin.create(StreamsSettings.client("outlay-bench", settings()));
    }

    static BenchKafka start() throws IOException {
        Path folder = Files.createTempDirectory("outlay-bench-");
        try {
            return new BenchKafka(folder, BrokerProcesses.start(folder, 1, Map.of()));
        } catch (IOException | RuntimeException e) {
            Folders.delete(folder);
            throw e;
        }
    }

    String bootstrap() {
        return broker.bootstrap();
    }

    long brokerPid() {
        return broker.process(NODE).pid();
    }

    /** A folder of that name beside the broker's own. */
    Path folder(String name) {
        return folder.resolve(name);
    }

    /** For a client. */
    Settings settings() {
        return Settings.of(ServiceSettings.all(), Map.of("bootstrap", bootstrap()));
    }

    void create(Collection<Topic<?>> topics) {
        new TopicAdmin(admin).create(topics, 1);
    }

    /** A compacted topic that only a bench has. */
    static Topic<byte[]> topic(String name, int partitions) {
        return new Topic<>(
                name, "bench", "any", byte[].class, Topic.PartitionedBy.KEY, partitions, true, null, "for a bench");
    }

    /** Starts a service and waits until it does its work. Its state lies in the folder of its name. */
    RunningService start(Service service, Map<String, String> more) throws InterruptedException {
        Map<String, String> values = new HashMap<>(Map.of(
                "bootstrap",
                bootstrap(),
                "state.dir",
                folder(service.name()).toString(),
                "http.host",
                "127.0.0.1",
                "http.port",
                "0",
                "stop.timeout",
                "5m",
                "log.level",
                "error"));
        values.putAll(more);
        RunningService running = ServiceRunner.start(service, Settings.of(service.settings(), values));
        if (!running.awaitReady(PATIENCE)) {
            running.close();
            throw new ServiceFailedException(service.name() + " did not start", null);
        }
        return running;
    }

    /** A record for a topic. */
    @SuppressWarnings("ArrayRecordComponent") // only carried, never compared
    record Message(String key, byte[] value) {}

    /** Sends them all, and returns when the broker has them. */
    void send(String topic, Stream<Message> messages) throws InterruptedException, ExecutionException {
        try (var producer =
                new KafkaProducer<byte[], byte[]>(StreamsSettings.producer("outlay-bench-feed", settings()))) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (Message message : (Iterable<Message>) messages::iterator) {
                byte[] key = message.key().getBytes(StandardCharsets.UTF_8);
                sent.add(producer.send(new ProducerRecord<>(topic, key, message.value())));
            }
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        }
    }

    /** The bytes on the broker's disk of all topics whose names begin and end so. */
    long bytesOnDisk(String begins, String ends) throws InterruptedException, ExecutionException {
        long bytes = 0;
        for (LogDirDescription folder : admin.describeLogDirs(List.of(NODE))
                .allDescriptions()
                .get()
                .getOrDefault(NODE, Map.of())
                .values()) {
            for (var replica : folder.replicaInfos().entrySet()) {
                String topic = replica.getKey().topic();
                if (topic.startsWith(begins) && topic.endsWith(ends)) {
                    bytes += replica.getValue().size();
                }
            }
        }
        return bytes;
    }

    /** Deletes a service's internal topics and state, when it has stopped: the next ones have the disk for themselves. */
    void forget(Service service) throws InterruptedException, ExecutionException {
        String group = StreamsSettings.applicationId(service.name());
        List<String> internal = admin.listTopics().names().get().stream()
                .filter(topic -> topic.startsWith(group + "-"))
                .toList();
        admin.deleteTopics(internal).all().get();
        Folders.delete(folder(service.name()));
    }

    @Override
    public void close() {
        admin.close();
        broker.close();
        Folders.delete(folder);
    }
}
