package io.outlay.ingest;

import io.outlay.ingest.push.PushServer;
import io.outlay.service.HttpServers;
import io.outlay.service.RateLimit;
import io.outlay.service.ServiceContext;
import io.outlay.service.Setting;
import io.outlay.service.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The server for articles that others send, as the settings of the service {@code ingest} want it. */
final class Pushing {
    static final Setting<Optional<String>> TOKEN = Setting.text(
                    "push.token", null, "token that senders of articles show; without one nothing can be sent")
            .masked()
            .optional();
    static final Setting<String> HOST =
            Setting.text("push.host", "127.0.0.1", "address that takes articles sent by POST /articles");
    static final Setting<Integer> PORT =
            Setting.number("push.port", 0, 65535, 8082, "port of that address; 0: any that is free");

    static final Setting<Integer> RATE = Setting.number(
            "push.rate", 1, 100_000, 200, "requests a second that are taken; what comes faster gets 429");

    static final List<Setting<?>> SETTINGS = List.of(TOKEN, HOST, PORT, RATE);

    /** Below the 10 s after which the server cuts an answer off that has not come: a sender is to hear 503. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Pushing() {}

    /** Starts to take articles, if there is a token; closing the result ends it. */
    static AutoCloseable start(ServiceContext context) throws IOException {
        Settings settings = context.settings();
        Optional<String> token = settings.get(TOKEN);
        if (token.isEmpty()) {
            return () -> {};
        }
        InetSocketAddress address = new InetSocketAddress(settings.get(HOST), settings.get(PORT));
        return PushServer.start(
                HttpServers.create(address, settings),
                token.get(),
                new RateLimit(settings.get(RATE), System::nanoTime),
                context.producer(),
                PATIENCE,
                Clock.systemUTC());
    }
}
