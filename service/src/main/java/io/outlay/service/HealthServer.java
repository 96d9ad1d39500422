package io.outlay.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
            server.createContext(
                    "/health/live",
                    exchange -> answer(exchange, health.get(), health.get().live()));
            server.createContext(
                    "/health/ready",
                    exchange -> answer(exchange, health.get(), health.get().ready()));
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

    private static void answer(HttpExchange exchange, Health health, boolean good) throws IOException {
        try (exchange) {
            byte[] body = (health.json() + "\n").getBytes(StandardCharsets.UTF_8);
            boolean head = exchange.getRequestMethod().equals("HEAD");
            if (!head && !exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            Map.of("Content-Type", "application/json", "Cache-Control", "no-store")
                    .forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(good ? 200 : 503, head ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "health");
        thread.setDaemon(true);
        return thread;
    }
}
