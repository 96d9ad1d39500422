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
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** How a small broker of ours is set up, in this JVM or as a process: broker and controller in one, reachable from this machine alone. */
final class BrokerSettings {
    private static final int FEW_PARTITIONS = 3;

    private BrokerSettings() {}

    /**
     * @param clientPort where clients connect
     * @param controllers each node's id and the port of its controller; this node is among them
     */
    static Properties of(int nodeId, Path folder, int clientPort, Map<Integer, Integer> controllers) {
        int copies = Math.min(3, controllers.size());
        Properties p = new Properties();
        p.put("process.roles", "broker,controller");
        p.put("node.id", Integer.toString(nodeId));
        p.put("listeners", "CLIENTS://127.0.0.1:" + clientPort + ",CONTROLLER://127.0.0.1:" + controllers.get(nodeId));
        p.put("advertised.listeners", "CLIENTS://127.0.0.1:" + clientPort);
        p.put("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT");
        p.put("inter.broker.listener.name", "CLIENTS");
        p.put("controller.listener.names", "CONTROLLER");
        p.put(
                "controller.quorum.voters",
                controllers.entrySet().stream()
                        .map(node -> node.getKey() + "@127.0.0.1:" + node.getValue())
                        .collect(Collectors.joining(",")));
        p.put("log.dirs", folder.toString());
        p.put("auto.create.topics.enable", "false");

        p.put("default.replication.factor", Integer.toString(copies));
        p.put("min.insync.replicas", Integer.toString(Math.max(1, copies - 1)));
        for (String topic : new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            p.put(topic + ".replication.factor", Integer.toString(copies));
            p.put(topic + ".num.partitions", Integer.toString(FEW_PARTITIONS));
        }
        p.put("transaction.state.log.min.isr", Integer.toString(Math.max(1, copies - 1)));
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
    static void format(Path folder, int nodeId, Uuid cluster) {
        if (Files.exists(folder.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))) {
            return;
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            Files.createDirectories(folder);
            new Formatter()
                    .setPrintStream(new PrintStream(said, true, StandardCharsets.UTF_8))
                    .setClusterId(cluster.toString())
                    .setNodeId(nodeId)
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

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on this machine: " + e.getMessage(), e);
        }
    }
}
