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
 * not yet). Both answer with a {@link Health} as JSON.
 */
public final class HealthServer implements AutoCloseable {
    static {
        // Read once, when the JDK's server is first used: without them a few half-sent requests hold all threads for
        // ever.
        System.setProperty("sun.net.httpserver.maxReqTime", "10");
        System.setProperty("sun.net.httpserver.maxRspTime", "10");
    }

    private static final int THREADS = 2;
    private static final int NO_BODY = -1;
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final HttpServer server;
    private final ExecutorService threads;

    private HealthServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * @param port 0 for any that is free, see {@link #address}
     * @throws UncheckedIOException if the address cannot be had
     */
    public static HealthServer start(String host, int port, Supplier<Health> health) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, HealthServer::daemon);
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
            server.setExecutor(threads);
            offer(server, "/health/live", health, Health::live);
            offer(server, "/health/ready", health, Health::ready);
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

    private static void offer(HttpServer server, String path, Supplier<Health> health, Predicate<Health> good) {
        server.createContext(path, exchange -> {
            try (exchange) {
                if (!exchange.getRequestURI().getPath().equals(path)) {
                    exchange.sendResponseHeaders(404, NO_BODY);
                } else if (!READING.contains(exchange.getRequestMethod())) {
                    exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                    exchange.sendResponseHeaders(405, NO_BODY);
                } else {
                    Health now = health.get();
                    answer(exchange, good.test(now) ? 200 : 503, now);
                }
            }
        });
    }

    private static void answer(HttpExchange exchange, int status, Health health) throws IOException {
        byte[] body = (health.json() + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, NO_BODY);
        } else {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "health");
        thread.setDaemon(true);
        return thread;
    }
}
