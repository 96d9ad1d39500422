package io.outlay.dashboard;

import io.outlay.contracts.Correction;
import io.outlay.contracts.Json;
import io.outlay.contracts.Topics;
import io.outlay.dashboard.api.Sources;
import io.outlay.dashboard.feed.RoadWatch;
import io.outlay.dashboard.feed.TopicFeed;
import io.outlay.dashboard.http.PageServer;
import io.outlay.dashboard.live.Health;
import io.outlay.dashboard.live.Journal;
import io.outlay.dashboard.view.LedgerView;
import io.outlay.service.Service;
import io.outlay.service.ServiceContext;
import io.outlay.service.ServiceRunner;
import io.outlay.service.Setting;
import io.outlay.service.Settings;
import io.outlay.service.StreamsSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service {@code dashboard}: reads the public topics and serves the page and its API. Any number of replicas, each whole on its own. */
public final class DashboardMain {
    /** The port of the page that people try first. */
    public static final int DEFAULT_PORT = 8080;

    public static final Setting<String> HOST =
            Setting.text("page.host", "127.0.0.1", "address that the page listens on; 0.0.0.0 opens it to others");
    public static final Setting<Integer> PORT =
            Setting.number("page.port", 0, 65535, DEFAULT_PORT, "port of the page; 0: any that is free");
    public static final Setting<Optional<String>> TOKEN = Setting.text(
                    "page.token", null, "token that corrections must show; without one they are taken on loopback only")
            .masked()
            .optional();

    public static final Service SERVICE = service(InstantSource.system());

    private static final Logger log = LoggerFactory.getLogger(DashboardMain.class);
    private static final long PATIENCE_S = 10;

    private DashboardMain() {}

    public static void main(String[] args) {
        ServiceRunner.main(SERVICE, args);
    }

    /** The service on another clock: a demo stands on the day of its last article. */
    public static Service service(InstantSource clock) {
        return Service.ofWork(
                "dashboard", List.of(HOST, PORT, TOKEN), TopicFeed.READ, context -> start(context, clock));
    }

    private static Service.Worker start(ServiceContext context, InstantSource clock) throws IOException {
        Settings settings = context.settings();
        Map<String, Object> client = StreamsSettings.client("outlay-dashboard", settings);
        LedgerView view = new LedgerView();
        Journal journal = new Journal(Topics.COMMITMENTS.partitions());
        AtomicReference<Health> health = new AtomicReference<>(Health.starting());
        InetSocketAddress address =
                new InetSocketAddress(InetAddress.getByName(settings.get(HOST)), settings.get(PORT));
        AtomicReference<@Nullable Running> running = new AtomicReference<>();
        // A producer may wait for a broker that is away: not on a thread that serves readers.
        ExecutorService writing = Executors.newSingleThreadExecutor(work -> new Thread(work, "corrections"));
        PageServer page = PageServer.start(
                address,
                settings.get(TOKEN),
                new Sources(view, journal, health::get, clock),
                correction -> CompletableFuture.supplyAsync(() -> write(context.producer(), correction), writing)
                        .thenCompose(written -> written)
                        .orTimeout(PATIENCE_S, TimeUnit.SECONDS),
                () -> isReady(running.get()));
        log.info(
                "the page is at http://{}:{}",
                page.address().getHostString(),
                page.address().getPort());
        TopicFeed feed = new TopicFeed(client, view, journal, page::changed);
        RoadWatch watch = new RoadWatch(client, feed, look -> {
            health.set(look);
            page.looked();
        });
        Running all = new Running(page, feed, watch, writing);
        running.set(all);
        return all;
    }

    private static boolean isReady(@Nullable Running running) {
        return running != null && running.ready();
    }

    private static CompletionStage<?> write(Producer<byte[], byte[]> producer, Correction correction) {
        CompletableFuture<Object> written = new CompletableFuture<>();
        byte[] key = correction.key().getBytes(StandardCharsets.UTF_8);
        var unused = producer.send(
                new ProducerRecord<>(Topics.CORRECTIONS.name(), key, Json.bytes(correction)), (metadata, failure) -> {
                    if (failure == null) {
                        written.complete(metadata);
                    } else {
                        written.completeExceptionally(failure);
                    }
                });
        return written;
    }

    /** All that runs; closed in the opposite order of the road. */
    record Running(PageServer page, TopicFeed feed, RoadWatch watch, ExecutorService writing)
            implements Service.Worker {
        @Override
        public boolean ready() {
            return feed.ready();
        }

        @Override
        public long recordsToGo() {
            return feed.recordsToGo();
        }

        @Override
        public CompletionStage<Throwable> failure() {
            return feed.failure();
        }

        @Override
        public void close() throws InterruptedException {
            watch.close();
            feed.close();
            page.close();
            writing.shutdownNow();
        }
    }
}
