package io.outlay.local.road;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.Uuid;

/**
 * A cluster of brokers, each a process ({@code kafka.Kafka server.properties}) on loopback ports, broker and controller in one. With three
 * of them each topic has three copies, of which two acknowledge.
 */
public final class BrokerProcesses implements AutoCloseable {
    private final Path folder;
    private final Map<Integer, Integer> clientPorts = new TreeMap<>();
    private final Map<Integer, JavaProcess> brokers = new TreeMap<>();

    private BrokerProcesses(Path folder) {
        this.folder = folder;
    }

    /**
     * @param folder where the brokers keep data, settings and logs
     * @param more settings of Kafka's brokers beyond ours
     */
    public static BrokerProcesses start(Path folder, int count, Map<String, String> more) throws IOException {
        BrokerProcesses cluster = new BrokerProcesses(folder);
        List<Integer> nodes = IntStream.rangeClosed(1, count).boxed().toList();
        Map<Integer, Integer> controllers = new TreeMap<>();
        nodes.forEach(node -> {
            cluster.clientPorts.put(node, BrokerSettings.freePort());
            controllers.put(node, BrokerSettings.freePort());
        });
        Uuid id = Uuid.randomUuid();
        for (int node : nodes) {
            Path data = folder.resolve("data-" + node).toAbsolutePath();
            BrokerSettings.format(data, node, id);
            Properties settings = BrokerSettings.of(node, data, cluster.port(node), controllers);
            settings.putAll(more);
            try (Writer out = Files.newBufferedWriter(cluster.settingsOf(node))) {
                settings.store(out, null);
            }
        }
        try {
            for (int node : nodes) {
                cluster.startAgain(node);
            }
        } catch (IOException e) {
            cluster.close();
            throw e;
        }
        return cluster;
    }

    /** Where clients connect: each broker's {@code host:port}, joined by commas. */
    public String bootstrap() {
        return clientPorts.values().stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    }

    /** The nodes' ids. */
    public List<Integer> nodes() {
        return List.copyOf(clientPorts.keySet());
    }

    /** SIGKILL. */
    public void kill(int node) throws InterruptedException {
        process(node).kill();
    }

    /** Starts a broker that is not running, on the data that it has. */
    public void startAgain(int node) throws IOException {
        List<String> arguments = List.of(
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "kafka.Kafka",
                settingsOf(node).toString());
        brokers.put(
                node,
                JavaProcess.start("broker-" + node, arguments, Map.of(), folder.resolve("broker-" + node + ".log")));
    }

    public boolean alive(int node) {
        return process(node).alive();
    }

    /** The process of a node, for who watches its memory or its log. */
    public JavaProcess process(int node) {
        JavaProcess process = brokers.get(node);
        if (process == null) {
            throw new IllegalArgumentException("there is no broker " + node + ", only " + brokers.keySet());
        }
        return process;
    }

    private int port(int node) {
        Integer port = clientPorts.get(node);
        if (port == null) {
            throw new IllegalArgumentException("there is no broker " + node);
        }
        return port;
    }

    private Path settingsOf(int node) {
        return folder.resolve("broker-" + node + ".properties");
    }

    @Override
    public void close() {
        brokers.values().forEach(JavaProcess::close);
    }
}
