package io.outlay.local.road;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Properties;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * One Kafka broker in this JVM: KRaft, broker and controller in one, reachable from this machine alone.
 *
 * <p>A folder keeps all that the broker knows: a second start on it finds every topic and every record again. A temporary
 * broker has a folder of its own, deleted on {@link #close}.
 *
 * <p>Built from Kafka's server classes, which are no public API: this is the one class that knows them.
 */
public final class EmbeddedKafka implements AutoCloseable {
    /** Asks for any free port. */
    public static final int ANY_PORT = 0;

    private static final int NODE_ID = 1;

    private final KafkaRaftServer server;
    private final Path folder;
    private final String bootstrap;
    private final boolean temporary;
    private boolean closed;

    private EmbeddedKafka(KafkaRaftServer server, Path folder, String bootstrap, boolean temporary) {
        this.server = server;
        this.folder = folder;
        this.bootstrap = bootstrap;
        this.temporary = temporary;
    }

    /** A broker on a new temporary folder, on a free port. */
    public static EmbeddedKafka temporary() {
        try {
            return start(Files.createTempDirectory("outlay-kafka-"), ANY_PORT, true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a temporary folder for Kafka: " + e.getMessage(), e);
        }
    }

    /**
     * A broker that keeps its data in {@code folder}, which is made and formatted when it is new.
     *
     * @param port where clients connect, or {@link #ANY_PORT}
     */
    public static EmbeddedKafka on(Path folder, int port) {
        return start(folder, port, false);
    }

    private static EmbeddedKafka start(Path folder, int port, boolean temporary) {
        int clientPort = port == ANY_PORT ? freePort() : port;
        Path data = folder.toAbsolutePath();
        Properties settings = settings(data, clientPort, freePort());
        format(data);
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
        server.startup();
        return new EmbeddedKafka(server, data, "127.0.0.1:" + clientPort, temporary);
    }

    /** Where clients connect: {@code host:port}. */
    public String bootstrap() {
        return bootstrap;
    }

    /** Where the broker keeps its data. */
    public Path folder() {
        return folder;
    }

    /** Stops the broker, so that all that was acknowledged is on disk; a temporary broker leaves nothing behind. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        server.shutdown();
        server.awaitShutdown();
        if (temporary) {
            delete(folder);
        }
    }

    private static Properties settings(Path folder, int clientPort, int controllerPort) {
        Properties p = new Properties();
        p.put("process.roles", "broker,controller");
        p.put("node.id", Integer.toString(NODE_ID));
        p.put("listeners", "CLIENTS://127.0.0.1:" + clientPort + ",CONTROLLER://127.0.0.1:" + controllerPort);
        p.put("advertised.listeners", "CLIENTS://127.0.0.1:" + clientPort);
        p.put("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT");
        p.put("inter.broker.listener.name", "CLIENTS");
        p.put("controller.listener.names", "CONTROLLER");
        p.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
        p.put("log.dirs", folder.toString());
        p.put("auto.create.topics.enable", "false");

        // One broker holds the only copy of everything.
        for (String topic : new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            p.put(topic + ".replication.factor", "1");
            p.put(topic + ".num.partitions", "3");
        }
        p.put("transaction.state.log.min.isr", "1");
        p.put("share.coordinator.state.topic.min.isr", "1");

        // Small and quick: no wait for more members of a group, one cleaner whose buffer is 4 MiB and not 128.
        p.put("group.initial.rebalance.delay.ms", "0");
        p.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 * 1024 * 1024));
        p.put("num.network.threads", "2");
        p.put("num.io.threads", "4");
        p.put("background.threads", "2");
        return p;
    }

    /** Kafka's {@code kafka-storage format}, for a folder that has not seen it. */
    private static void format(Path folder) {
        if (Files.exists(folder.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))) {
            return;
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            Files.createDirectories(folder);
            new Formatter()
                    .setPrintStream(new PrintStream(said, true, StandardCharsets.UTF_8))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(NODE_ID)
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(folder.toString())
                    .addDirectory(folder.toString())
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException(
                    "cannot prepare " + folder + " for Kafka: " + e.getMessage() + " "
                            + said.toString(StandardCharsets.UTF_8),
                    e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on this machine: " + e.getMessage(), e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder + ": " + e.getMessage(), e);
        }
    }
}
