package io.outlay.local.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.local.OutlayMain;
import io.outlay.local.road.Await;
import io.outlay.local.road.JavaProcess;
import io.outlay.local.road.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;

/**
 * What a deployment starts as containers, started as processes of this machine: the same entry points with the same environment, but for
 * names of hosts, ports and folders. Closing ends what still runs.
 */
final class DeployedProcesses implements AutoCloseable {
    private static final String CLUSTER_ID = "4L6g3nShT-eMCtK--X86sw";

    /** What listens besides the health server: service and variable. */
    private static final Map<String, String> FURTHER_PORT =
            Map.of("ingest", "OUTLAY_PUSH_PORT", "dashboard", "OUTLAY_PAGE_PORT");

    private final Path folder;
    private final Map<String, String> addresses = new LinkedHashMap<>();
    private final Map<String, JavaProcess> processes = new LinkedHashMap<>();
    private final Map<String, Map<String, Integer>> ports = new LinkedHashMap<>();

    DeployedProcesses(Path folder) {
        this.folder = folder;
    }

    /** Where a name of the deployment's network, {@code kafka:9092}, is on this machine. */
    String address(String name) {
        return addresses.get(name);
    }

    /**
     * A broker process with the settings of Kafka's image: {@code KAFKA_A_B} is {@code a.b}.
     *
     * @param environment its listeners are found by others under {@code name:port}
     */
    void startKafka(String name, Map<String, String> environment) throws Exception {
        Map<String, String> settings = new TreeMap<>();
        environment.forEach((variable, value) -> settings.put(
                variable.replaceFirst("^KAFKA_", "").toLowerCase(Locale.ROOT).replace('_', '.'), value));
        for (String listener : settings.get("listeners").split(",")) {
            String port = listener.substring(listener.lastIndexOf(':') + 1);
            String here = "127.0.0.1:" + Ports.anyFree();
            addresses.put(name + ":" + port, here);
            addresses.put("localhost:" + port, here);
            settings.compute("listeners", (setting, all) -> all.replace("//:" + port, "//" + here));
        }
        settings.replaceAll((setting, value) -> moved(value));
        settings.put("log.dirs", folder.resolve(name).toString());
        settings.put("log.cleaner.dedupe.buffer.size", "4194304"); // half the heap of this broker otherwise
        Path file = folder.resolve(name + ".properties");
        Files.writeString(
                file,
                settings.entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                        .collect(Collectors.joining()));
        List<String> format = List.of("kafka.tools.StorageTool", "format", "-t", CLUSTER_ID, "-c", file.toString());
        start(name + "-format", Map.of(), onClassPath(), format);
        assertEquals(0, end(name + "-format"), () -> log(name + "-format"));
        start(name, Map.of(), onClassPath(), List.of("kafka.Kafka", file.toString()));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address(name + ":9092")))) {
            Await.until("the broker answers", () -> {
                assertTrue(processes.get(name).alive(), () -> log(name));
                return !admin.describeCluster().nodes().get().isEmpty();
            });
        }
    }

    /**
     * Starts what the image starts for a command: {@code service NAME …}, from the jar of its module, or a command of the command line.
     *
     * @param name of the process in logs
     */
    void start(String name, List<String> command, Map<String, String> environment) throws IOException {
        Map<String, String> here = new LinkedHashMap<>(environment);
        here.replaceAll((variable, value) -> moved(value));
        List<String> words = command.stream().map(this::moved).toList();
        if (words.get(0).equals("service")) {
            String service = words.get(1);
            ports.put(name, new LinkedHashMap<>(Map.of("OUTLAY_HTTP_PORT", Ports.anyFree())));
            if (FURTHER_PORT.containsKey(service)) {
                ports.get(name).put(FURTHER_PORT.get(service), Ports.anyFree());
            }
            ports.get(name).forEach((variable, port) -> here.put(variable, port.toString()));
            here.put("OUTLAY_STATE_DIR", folder.resolve(name + "-state").toString());
            String jar = ModuleJars.of(service).toString();
            start(name, here, List.of("-jar", jar), words.subList(2, words.size()));
        } else {
            List<String> main = new ArrayList<>(List.of(OutlayMain.class.getName()));
            main.addAll(words);
            start(name, here, onClassPath(), main);
        }
    }

    private void start(String name, Map<String, String> environment, List<String> what, List<String> arguments)
            throws IOException {
        List<String> words = new ArrayList<>(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        words.addAll(what);
        words.addAll(arguments);
        processes.put(name, JavaProcess.start(name, words, environment, folder.resolve(name + ".log")));
    }

    private static List<String> onClassPath() {
        return List.of("-cp", System.getProperty("java.class.path"));
    }

    /** A port that a process has of its own, by the variable that sets it. */
    int port(String name, String variable) {
        return ports.get(name).get(variable);
    }

    /** Asks the service as the image's health check does. */
    boolean healthy(String name, String question) throws Exception {
        assertTrue(processes.get(name).alive(), () -> log(name));
        ProcessBuilder check = new ProcessBuilder("bash", "../deploy/image/healthy", question);
        check.environment().put("OUTLAY_HTTP_PORT", Integer.toString(port(name, "OUTLAY_HTTP_PORT")));
        return check.redirectErrorStream(true)
                        .redirectOutput(folder.resolve("healthy.log").toFile())
                        .start()
                        .waitFor()
                == 0;
    }

    /** Waits until a command has ended, and gives its exit code. */
    int end(String name) throws InterruptedException {
        return processes.get(name).awaitEnd();
    }

    /** SIGTERM, as an engine sends it; gives the exit code. */
    int stop(String name) throws InterruptedException {
        return processes.get(name).terminate();
    }

    String log(String name) {
        return name + ": " + processes.get(name).tail();
    }

    @Override
    public void close() {
        processes.values().forEach(JavaProcess::close);
    }

    private String moved(String text) {
        String moved = text;
        for (Map.Entry<String, String> address : addresses.entrySet()) {
            moved = moved.replace(address.getKey(), address.getValue());
        }
        return moved;
    }
}
