package io.outlay.ingest.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Asks web servers, and takes no more than it can bear: each redirect is checked as the first address was, an answer may be so
 * large and take so long, and packed bytes may not grow beyond the same size.
 */
public final class WebClient {
    /** More than any page that people read. */
    public static final int MAX_BYTES = 16 * 1024 * 1024;

    private static final int MAX_REDIRECTS = 5;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    /** How long a host may be busy with others before it is asked some other time. */
    private static final Duration TURN_PATIENCE = Duration.ofSeconds(60);

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*[\"']?([^\\s;\"']+)", Pattern.CASE_INSENSITIVE);

    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    private final HostTurns turns = new HostTurns();
    private final LimitedBytes.Budget budget = LimitedBytes.Budget.ofThisMachine();
    private final AddressGuard guard;
    private final Credentials credentials;
    private final String userAgent;
    private final Duration timeout;
    private final Clock clock;

    /** @param timeout from asking to the last byte, redirects included */
    public WebClient(AddressGuard guard, String userAgent, Duration timeout, Clock clock) {
        this(guard, Credentials.NONE, userAgent, timeout, clock);
    }

    /** @param credentials what is shown to servers that want to know who asks */
    public WebClient(AddressGuard guard, Credentials credentials, String userAgent, Duration timeout, Clock clock) {
        this.guard = guard;
        this.credentials = credentials;
        this.userAgent = userAgent;
        this.timeout = timeout;
        this.clock = clock;
    }

    public String userAgent() {
        return userAgent;
    }

    /**
     * Asks for what is at an address; any status is an answer.
     *
     * @param known of the version at hand, so that the server may answer 304
     * @throws FetchException if there is no answer, or none that can be taken
     */
    public Fetched get(URI address, Validators known) throws FetchException {
        return get(address, known, anywhere -> Duration.ZERO);
    }

    /** Says of an address whether it may be asked, and how long its host is to rest then. */
    @FunctionalInterface
    interface Permission {
        /** @throws FetchException if not */
        Duration check(URI address) throws FetchException;
    }

    /** @param permission asked for the address and for each that a redirect leads to */
    Fetched get(URI address, Validators known, Permission permission) throws FetchException {
        URI at = address;
        long end = System.nanoTime() + timeout.toNanos();
        for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            guard.check(at);
            Duration rest = permission.check(at);
            HttpResponse<byte[]> answer;
            try (HostTurns.Turn turn = turns.take(at, rest, TURN_PATIENCE)) {
                if (redirects == 0) {
                    end = System.nanoTime() + timeout.toNanos();
                }
                answer = ask(at, known, Duration.ofNanos(end - System.nanoTime()));
            }
            // A name may come to mean another address between check and connection. The JVM keeps what a name means for
            // as long as an answer may take (30 s), so this check sees the address that was connected to.
            guard.check(at);
            String location = answer.headers().firstValue("location").orElse(null);
            if (!REDIRECTS.contains(answer.statusCode()) || location == null) {
                return fetched(at, answer);
            }
            at = resolve(at, location);
        }
        throw new FetchException(address + " leads to more than " + MAX_REDIRECTS + " redirects");
    }

    private HttpResponse<byte[]> ask(URI address, Validators known, Duration patience) throws FetchException {
        if (patience.isNegative() || patience.isZero()) {
            throw tooSlow(address, null);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("User-Agent", userAgent)
                .header("Accept-Encoding", "gzip");
        if (known.etag() != null) {
            header(request, "If-None-Match", known.etag());
        }
        if (known.lastModified() != null) {
            header(request, "If-Modified-Since", known.lastModified());
        }
        credentials.headersFor(address).forEach(request::setHeader);
        LimitedBytes body = new LimitedBytes(MAX_BYTES, budget);
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request.build(), headers -> body);
        try {
            return answer.get(patience.toMillis() + 1, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw tooSlow(address, e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof HttpTimeoutException) {
                throw tooSlow(address, e);
            }
            throw new FetchException(address + ": " + (cause.getMessage() == null ? cause : cause.getMessage()), cause);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new FetchException("interrupted while waiting for " + address, e);
        } finally {
            body.end();
        }
    }

    private FetchException tooSlow(URI address, @Nullable Throwable cause) {
        return new FetchException(address + " gave no whole answer within " + timeout.toMillis() + " ms", cause);
    }

    /** Leaves out what a server gave us and no header can hold. */
    private static void header(HttpRequest.Builder request, String name, String value) {
        try {
            request.header(name, value);
        } catch (IllegalArgumentException noHeader) {
            // asked without it, the server gives the whole answer
        }
    }

    private Fetched fetched(URI address, HttpResponse<byte[]> answer) throws FetchException {
        HttpHeaders headers = answer.headers();
        String contentType = headers.firstValue("content-type").orElse(null);
        return new Fetched(
                address,
                answer.statusCode(),
                answer.statusCode() == 200 ? unpacked(answer) : new byte[0],
                contentType,
                charset(contentType),
                new Validators(
                        headers.firstValue("etag").orElse(null),
                        headers.firstValue("last-modified").orElse(null)),
                retryAfter(headers.firstValue("retry-after").orElse(null)));
    }

    private static byte[] limited(byte[] bytes) throws FetchException {
        if (bytes.length > MAX_BYTES) {
            throw new FetchException("the answer unpacks to more than " + MAX_BYTES + " bytes");
        }
        return bytes;
    }

    private static byte[] unpacked(HttpResponse<byte[]> answer) throws FetchException {
        String encoding = answer.headers().firstValue("content-encoding").orElse("identity");
        switch (encoding.toLowerCase(Locale.ROOT)) {
            case "identity", "" -> {
                return answer.body();
            }
            case "gzip", "x-gzip" -> {
                try (var gzip = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
                    return limited(gzip.readNBytes(MAX_BYTES + 1));
                } catch (FetchException e) {
                    throw e;
                } catch (IOException e) {
                    throw new FetchException("the answer is broken gzip: " + e.getMessage(), e);
                }
            }
            default -> throw new FetchException("the answer is packed as '" + encoding + "', which was not asked for");
        }
    }

    private static @Nullable String charset(@Nullable String contentType) {
        Matcher named = CHARSET.matcher(contentType == null ? "" : contentType);
        try {
            return named.find() && java.nio.charset.Charset.isSupported(named.group(1)) ? named.group(1) : null;
        } catch (IllegalArgumentException noCharset) {
            return null;
        }
    }

    private @Nullable Duration retryAfter(@Nullable String header) {
        if (header == null) {
            return null;
        }
        try {
            Duration wait = header.strip().matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(header.strip()))
                    : Duration.between(
                            clock.instant(),
                            ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeParseException nonsense) {
            return null;
        }
    }

    private static URI resolve(URI from, String location) throws FetchException {
        try {
            return from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new FetchException(from + " redirects to '" + location + "', which is no address", e);
        }
    }
}
