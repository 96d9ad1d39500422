package io.outlay.local.road;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/** Web servers on the loopback address that answer as no server should; each a host of its own, for a host is asked once at a time. */
final class HostileServers implements AutoCloseable {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    /** Answers one request. */
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<AutoCloseable> servers = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);

    /** @return the address of a server that speaks HTTP */
    String http(Answer answer) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(HERE, 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                answer.to(exchange);
            }
        });
        server.start();
        servers.add(() -> server.stop(0));
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/feed";
    }

    /** @return the address of a server that says this and hangs up, whatever it is asked */
    String socket(String said) throws IOException {
        ServerSocket server = new ServerSocket(0, 50, HERE);
        servers.add(server);
        threads.execute(() -> {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    var unused = socket.getInputStream().read(new byte[8192]);
                    socket.getOutputStream().write(said.getBytes(StandardCharsets.ISO_8859_1));
                } catch (IOException closed) {
                    // the test is over, or the other side has had enough
                }
            }
        });
        return "http://127.0.0.1:" + server.getLocalPort() + "/feed";
    }

    static Answer status(int status, String... headers) {
        return exchange -> {
            headers(exchange, headers);
            exchange.sendResponseHeaders(status, -1);
        };
    }

    static Answer text(String text, String... headers) {
        return bytes(text.getBytes(StandardCharsets.UTF_8), headers);
    }

    static Answer text(String text, Charset charset, String... headers) {
        return bytes(text.getBytes(charset), headers);
    }

    static Answer bytes(byte[] bytes, String... headers) {
        return exchange -> {
            headers(exchange, headers);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    /** A letter for each of so many bytes, as fast as they are taken. */
    static Answer megabytes(int count) {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] part = "a".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < count; i++) {
                exchange.getResponseBody().write(part);
            }
        };
    }

    static Answer bomb(int megabytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < megabytes; i++) {
                gzip.write(new byte[1 << 20]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes(packed.toByteArray(), "Content-Encoding", "gzip");
    }

    /** The head of an answer, some of its body, and then nothing until the test is over. */
    Answer stalled(String beginning) {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(beginning.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            untilOver();
        };
    }

    Answer silent() {
        return exchange -> untilOver();
    }

    private void untilOver() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void headers(HttpExchange exchange, String... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            exchange.getResponseHeaders().add(namesAndValues[i], namesAndValues[i + 1]);
        }
    }

    @Override
    public void close() throws Exception {
        over.countDown();
        for (AutoCloseable server : servers) {
            server.close();
        }
        threads.shutdownNow();
    }
}
