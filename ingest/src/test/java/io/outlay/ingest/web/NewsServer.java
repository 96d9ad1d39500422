package io.outlay.ingest.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/** A server of news on the loopback address, which answers as it is told. */
final class NewsServer implements AutoCloseable {
    /** Answers one request. */
    interface Page {
        void answer(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Page> pages = new ConcurrentHashMap<>();

    /** Each request as {@code path If-None-Match If-Modified-Since}. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    NewsServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Headers headers = exchange.getRequestHeaders();
        List<String> line = new ArrayList<>(List.of(path));
        line.addAll(headers.getOrDefault("If-None-Match", List.of()));
        line.addAll(headers.getOrDefault("If-Modified-Since", List.of()));
        asked.add(String.join(" ", line));
        try (exchange) {
            pages.getOrDefault(path, status(404)).answer(exchange);
        }
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    void serve(String path, Page page) {
        pages.put(path, page);
    }

    static Page status(int status, String... headers) {
        return exchange -> {
            headers(exchange, headers);
            exchange.sendResponseHeaders(status, -1);
        };
    }

    static Page text(String text, String... headers) {
        return bytes(text.getBytes(StandardCharsets.UTF_8), headers);
    }

    static Page bytes(byte[] bytes, String... headers) {
        return exchange -> {
            headers(exchange, headers);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static void headers(HttpExchange exchange, String... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            exchange.getResponseHeaders().add(namesAndValues[i], namesAndValues[i + 1]);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
