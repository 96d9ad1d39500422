package io.outlay.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Tells orchestrators how a service is: {@code /health/live} (503 means: start it anew) and {@code /health/ready} (503 means:
 * not yet). Both answer with a {@link Health} as JSON. {@code /metrics} prints {@link Metrics} for Prometheus.
 */
public final class HealthServer implements AutoCloseable {
    private static final int THREADS = 2;
    private static final int NO_BODY = -1;
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final HttpServer server;
    private final ExecutorService threads;

    private HealthServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * @param settings where to listen ({@link ServiceSettings#HTTP_HOST}, {@link ServiceSettings#HTTP_PORT}; port 0 for any that is free,
     *     see {@link #address}), and with which certificate
     * @throws UncheckedIOException if the address cannot be had
     */
    public static HealthServer start(Settings settings, Supplier<Health> health) {
        String host = settings.get(ServiceSettings.HTTP_HOST);
        int port = settings.get(ServiceSettings.HTTP_PORT);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, HealthServer::daemon);
        try {
            HttpServer server = HttpServers.create(new InetSocketAddress(host, port), settings);
            server.setExecutor(threads);
            offer(server, "/health/live", () -> Reply.of(health.get(), Health::live));
            offer(server, "/health/ready", () -> Reply.of(health.get(), Health::ready));
            offer(server, "/metrics", () -> new Reply(200, PROMETHEUS, Metrics.scrape()));
            server.start();
            return new HealthServer(server, threads);
        } catch (IOException e) {
            threads.shutdown();
            throw new UncheckedIOException("the health server cannot listen on " + host + ":" + port, e);
        }
    }

    public InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }

    /** Puts JSON at a path; it is asked for anew each time. */
    void offer(String path, Supplier<String> json) {
        offer(server, path, () -> new Reply(200, "application/json", json.get() + "\n"));
    }

    private record Reply(int status, String type, String body) {
        static Reply of(Health health, Predicate<Health> good) {
            return new Reply(good.test(health) ? 200 : 503, "application/json", health.json() + "\n");
        }
    }

    private static void offer(HttpServer server, String path, Supplier<Reply> reply) {
        HttpServers.offer(server, path, exchange -> {
            try (exchange) {
                if (!exchange.getRequestURI().getPath().equals(path)) {
                    exchange.sendResponseHeaders(404, NO_BODY);
                } else if (!READING.contains(exchange.getRequestMethod())) {
                    exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                    exchange.sendResponseHeaders(405, NO_BODY);
                } else {
                    answer(exchange, reply.get());
                }
            }
        });
    }

    private static void answer(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", reply.type());
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(reply.status(), NO_BODY);
        } else {
            exchange.sendResponseHeaders(reply.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "health");
        thread.setDaemon(true);
        return thread;
    }
}
