package io.outlay.ingest.push;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.outlay.contracts.Json;
import io.outlay.contracts.RawArticle;
import io.outlay.contracts.Topics;
import io.outlay.service.HttpServers;
import io.outlay.service.RateLimit;
import io.outlay.service.Trail;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes articles over HTTP: {@code POST /articles} (one, an array, NDJSON) and {@code DELETE /articles/ID}, which retracts.
 *
 * <p>202 means that the broker has them; 400 says what is wrong and where, 401 that the token is, 413 that the body is larger than
 * {@value #MAX_BYTES} bytes, 422 that its key belongs to another request, 429 that too much is under way, 503 that Kafka does not answer or the service
 * stops. After 429 and 503 send again: the same article twice is one article.
 */
public final class PushServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PushServer.class);

    static final int MAX_BYTES = 8 * 1024 * 1024;

    /** So much of what a refused sender still sends is read: closed before, its connection would lose him the answer. */
    private static final long MAX_DRAINED = 8L * MAX_BYTES;

    private static final int AT_ONCE = 6;
    private static final int DRAINED_AT_ONCE = 4;
    private static final int THREADS =
            AT_ONCE + DRAINED_AT_ONCE + 2; // there is always one to say that there is no place
    private static final String OFFERED = "there are POST /articles and DELETE /articles/ID";
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);
    private static final Answer STOPS = Answer.error(503, "the service stops; send it again");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> new Thread(task, "push"));
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Semaphore drains = new Semaphore(DRAINED_AT_ONCE);
    private final Inbox inbox;
    private final String authorization;
    private final RateLimit rate;

    /** Ends with an error once nobody shall wait for the broker any more. */
    private final CompletableFuture<Void> stop;

    private volatile boolean closing;

    private PushServer(HttpServer server, Inbox inbox, String token, RateLimit rate, CompletableFuture<Void> stop) {
        this.server = server;
        this.inbox = inbox;
        this.authorization = "Bearer " + token;
        this.rate = rate;
        this.stop = stop;
    }

    /**
     * @param server not started yet
     * @param token that senders show as {@code Authorization: Bearer TOKEN}
     * @param rate what comes faster than this is turned away
     * @param patience how long a broker may take to acknowledge
     */
    public static PushServer start(
            HttpServer server,
            String token,
            RateLimit rate,
            Producer<byte[], byte[]> producer,
            Duration patience,
            Clock clock) {
        CompletableFuture<Void> stop = new CompletableFuture<>();
        return start(server, token, rate, new Inbox(records -> write(producer, records, patience, stop), clock), stop);
    }

    static PushServer start(HttpServer server, String token, RateLimit rate, Inbox inbox) {
        return start(server, token, rate, inbox, new CompletableFuture<>());
    }

    private static PushServer start(
            HttpServer server, String token, RateLimit rate, Inbox inbox, CompletableFuture<Void> stop) {
        PushServer push = new PushServer(server, inbox, token, rate, stop);
        push.server.setExecutor(push.threads);
        HttpServers.offer(push.server, "/", push::handle);
        push.server.start();
        return push;
    }

    public InetSocketAddress address() {
        return server.getAddress();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!isAuthorized(exchange)) {
                say(exchange, Answer.error(401, "no or a wrong token"));
            } else if (closing) {
                say(exchange, STOPS);
            } else if (!rate.pass() || !places.tryAcquire()) {
                say(exchange, Answer.error(429, "too much is under way; send it again"));
            } else {
                try {
                    say(exchange, answer(exchange));
                } finally {
                    places.release();
                }
            }
            drain(exchange);
        }
    }

    /** Whoever is refused before all is read goes on sending, and looks for the answer only then. */
    private void drain(HttpExchange exchange) throws IOException {
        if (drains.tryAcquire()) {
            try {
                InputStream rest = exchange.getRequestBody();
                byte[] some = new byte[64 * 1024];
                long drained = 0;
                for (int read = rest.read(some); read >= 0 && drained < MAX_DRAINED; read = rest.read(some)) {
                    drained += read;
                }
            } finally {
                drains.release();
            }
        }
    }

    private static void say(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.bytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        if (answer.status() == 429 || answer.status() == 503) {
            exchange.getResponseHeaders().set("Retry-After", "1");
        }
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.getResponseBody().flush();
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (!path.equals("/articles") && !path.startsWith("/articles/")) {
            return Answer.error(404, OFFERED);
        }
        String id = path.substring(Math.min("/articles/".length(), path.length()));
        return switch (exchange.getRequestMethod() + (id.isEmpty() ? "" : " one")) {
            case "POST" -> post(exchange);
            case "DELETE one" -> inbox.retraction(id);
            default -> Answer.error(405, OFFERED);
        };
    }

    private Answer post(HttpExchange exchange) throws IOException {
        String announced = exchange.getRequestHeaders().getFirst("Content-Length");
        if (announced != null && Long.parseLong(announced) > MAX_BYTES) { // the server has refused what is no number
            return tooLarge();
        }
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BYTES + 1);
        return body.length > MAX_BYTES
                ? tooLarge()
                : inbox.articles(body, exchange.getRequestHeaders().getFirst("Idempotency-Key"));
    }

    private static Answer tooLarge() {
        return Answer.error(413, "the body is larger than " + MAX_BYTES + " bytes; send it in parts");
    }

    private boolean isAuthorized(HttpExchange exchange) {
        String shown = exchange.getRequestHeaders().getFirst("Authorization");
        return shown != null && HttpServers.sameToken(shown, authorization);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback hears of it
    private static void write(
            Producer<byte[], byte[]> producer,
            List<RawArticle> records,
            Duration patience,
            CompletableFuture<Void> stop)
            throws Inbox.UnavailableException {
        long end = System.nanoTime() + patience.toNanos();
        try {
            List<CompletableFuture<Void>> sent = new ArrayList<>();
            for (RawArticle raw : records) {
                if (System.nanoTime() - end > 0 || stop.isDone()) { // each may have waited for room
                    throw new TimeoutException();
                }
                byte[] key = raw.id().getBytes(StandardCharsets.UTF_8);
                CompletableFuture<Void> acknowledged = new CompletableFuture<>();
                producer.send(
                        new ProducerRecord<>(
                                Topics.RAW_ARTICLES.name(), null, null, key, Json.bytes(raw), Trail.begin()),
                        (where, problem) -> {
                            if (problem == null) {
                                acknowledged.complete(null);
                            } else {
                                acknowledged.completeExceptionally(problem);
                            }
                        });
                sent.add(acknowledged);
            }
            CompletableFuture<Void> all = CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new));
            CompletableFuture.anyOf(all, stop).get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new Inbox.UnavailableException("Kafka does not take it now; send it again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Inbox.UnavailableException("the service stops; send it again", e);
        }
    }

    /** Lets what is under way come to its end, for a while; who still waits then is told so, and what comes from now on. */
    @Override
    public void close() throws InterruptedException {
        close(STOP_PATIENCE);
    }

    void close(Duration patience) throws InterruptedException {
        closing = true;
        boolean idle = places.tryAcquire(AT_ONCE, patience.toMillis(), TimeUnit.MILLISECONDS);
        stop.completeExceptionally(new IllegalStateException("the service stops"));
        if (!idle && !places.tryAcquire(AT_ONCE, STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            log.warn("a request was still under way after {}", patience.plus(STOP_PATIENCE));
        }
        server.stop(patience.isZero() ? 0 : 1); // what is on its way in is told that the service stops
        threads.shutdownNow();
    }
}
