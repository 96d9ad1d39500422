package io.outlay.local.chaos;

import io.outlay.local.road.JavaProcess;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One process of a service, with a state folder and a port of its own. It may be started and ended many times. */
final class Instance {
    private static final int HTTP_TIMEOUT_MS = 2_000;

    private final String service;
    private final String name;
    private final Path folder;
    private final List<String> arguments;
    private final Map<String, String> environment;
    private final int port;

    private volatile boolean wanted;
    private JavaProcess process;
    private int startedAnew;

    /**
     * Starts it.
     *
     * @param folder for its state and its log
     * @param jvm options of the JVM, then {@code -jar FILE}
     * @param settings of the service, in the form {@code --name=value}; state folder and port are added
     */
    Instance(
            String service,
            int number,
            Path folder,
            List<String> jvm,
            List<String> settings,
            Map<String, String> environment)
            throws IOException {
        this.service = service;
        this.name = service + "-" + number;
        this.folder = folder;
        this.environment = environment;
        this.port = freePort();
        this.arguments = new ArrayList<>(jvm);
        arguments.addAll(settings);
        arguments.add("--state.dir=" + stateFolder());
        arguments.add("--http.host=127.0.0.1");
        arguments.add("--http.port=" + port);
        this.process = launch();
        this.wanted = true;
    }

    String service() {
        return service;
    }

    String name() {
        return name;
    }

    Path stateFolder() {
        return folder.resolve("state-" + name);
    }

    JavaProcess process() {
        return process;
    }

    /** How often it had to be started anew because it had died by itself. */
    int startedAnew() {
        return startedAnew;
    }

    /** Starts it if it is not running. */
    synchronized void start() throws IOException {
        if (!process.alive()) {
            process = launch();
        }
        wanted = true;
    }

    /** SIGKILL; it stays down until {@link #start}. */
    synchronized void kill() throws InterruptedException {
        wanted = false;
        process.kill();
    }

    /** SIGTERM; it stays down until {@link #start}. */
    synchronized void stop() throws InterruptedException {
        wanted = false;
        int code = process.terminate();
        if (code != 0) {
            throw new IllegalStateException(name + " ended with " + code + " on SIGTERM: " + process.tail());
        }
    }

    /** What an orchestrator does: starts it again when it has died though it should run. */
    synchronized void revive() throws IOException {
        if (wanted && !process.alive()) {
            startedAnew++;
            process = launch();
        }
    }

    /** Whether it says that it does its work. */
    boolean ready() {
        try {
            var request = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/health/ready")
                    .toURL()
                    .openConnection();
            request.setConnectTimeout(HTTP_TIMEOUT_MS);
            request.setReadTimeout(HTTP_TIMEOUT_MS);
            return request.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notThere) {
            return false;
        }
    }

    int port() {
        return port;
    }

    private JavaProcess launch() throws IOException {
        return JavaProcess.start(name, arguments, environment, folder.resolve(name + ".log"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
