package io.outlay.dashboard.http;

import io.outlay.dashboard.api.Answer;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Who may write corrections. With a token: whoever shows it. Without one: whoever is on this machine, if the page listens on loopback;
 * else nobody. A foreign page open in the same browser may never: its requests carry another origin or, by a name that was made to point
 * here, another host; and no form can send JSON.
 */
final class Gate {
    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final int PER_MINUTE = 120;
    private static final long MINUTE_NS = 60_000_000_000L;

    private final byte @Nullable [] authorization;
    private final boolean loopback;
    private final LongSupplier nanoClock;
    private long minute;
    private int inMinute;

    Gate(Optional<String> token, InetAddress bound, LongSupplier nanoClock) {
        this.authorization = token.map(text -> ("Bearer " + text).getBytes(StandardCharsets.UTF_8))
                .orElse(null);
        this.loopback = bound.isLoopbackAddress();
        this.nanoClock = nanoClock;
        this.minute = nanoClock.getAsLong();
    }

    /** {@code token}, {@code open} (to who is on this machine) or {@code closed}. */
    String inAWord() {
        return authorization != null ? "token" : loopback ? "open" : "closed";
    }

    /** Empty when the request may pass, else the refusal. */
    Optional<Answer> refusal(Request request) {
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        if (type == null || !type.split(";")[0].strip().equalsIgnoreCase("application/json")) {
            return refused(415, "a correction is sent as application/json");
        }
        if (isForeign(request)) {
            return refused(403, "corrections are taken from this page and from programs, not from other pages");
        }
        if (authorization != null) {
            String shown = request.getHeaders().get(HttpHeader.AUTHORIZATION);
            if (shown == null || !MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), authorization)) {
                return refused(401, "no or a wrong token: send 'Authorization: Bearer TOKEN'");
            }
        } else if (!loopback) {
            return refused(
                    403, "no corrections are taken: the page is open to others and has no token; set page.token");
        } else if (!LOCAL_NAMES.contains(String.valueOf(Request.getServerName(request)))) {
            return refused(403, "without a token corrections are taken at localhost only");
        }
        return tooMany() ? refused(429, "too many corrections within a minute") : Optional.empty();
    }

    private static Optional<Answer> refused(int status, String why) {
        return Optional.of(Answer.error(status, why));
    }

    private static boolean isForeign(Request request) {
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        String host = request.getHeaders().get(HttpHeader.HOST);
        if (origin == null) {
            return false;
        }
        try {
            return !String.valueOf(URI.create(origin).getAuthority()).equals(host);
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private synchronized boolean tooMany() {
        long now = nanoClock.getAsLong();
        if (now - minute > MINUTE_NS) {
            minute = now;
            inMinute = 0;
        }
        return ++inMinute > PER_MINUTE;
    }
}
