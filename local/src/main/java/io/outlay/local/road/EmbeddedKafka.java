package io.outlay.local.road;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * One Kafka broker in this JVM: KRaft, broker and controller in one, reachable from this machine alone.
 *
 * <p>A folder keeps all that the broker knows: a second start on it finds every topic and every record again. A temporary
 * broker has a folder of its own, deleted on {@link #close}.
 *
 * <p>Built from Kafka's server classes, which are no public API: this and {@link BrokerSettings} are the ones that know them.
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
        int clientPort = port == ANY_PORT ? BrokerSettings.freePort() : port;
        Path data = folder.toAbsolutePath();
        Properties settings = BrokerSettings.of(NODE_ID, data, clientPort, Map.of(NODE_ID, BrokerSettings.freePort()));
        BrokerSettings.format(data, NODE_ID, Uuid.randomUuid());
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
            Folders.delete(folder);
        }
    }
}
